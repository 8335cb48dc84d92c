import type { SecurityResult } from '../../core/security/result.ts'
import { code, escapeText } from '../markdown/escape.ts'
import { folded, table } from '../markdown/table.ts'
import { count, formatBytes, formatNumber } from '../numbers.ts'
import { STATUS_ORDER, STATUS_SIGN } from '../words.ts'

/** Files and dependencies shown of many. */
const SHOWN = 60

/** Every file that was scanned, what is known against its dependencies, and the personal data that tables hold. */
export function securityFigure({ files, dependencies, vulnerabilities, tables = [] }: SecurityResult): string {
  return [scannedFiles(files), vulnerable(vulnerabilities), sensitive(tables), unpinned(dependencies)]
    .filter(part => part !== '')
    .join('\n\n')
}

function vulnerable(found: SecurityResult['vulnerabilities']): string {
  if (found.length === 0) return ''
  const rows = found
    .slice(0, SHOWN)
    .map(({ file, line, name, version, update, vulnerabilities }) => [
      code(`${file}${line === undefined ? '' : `:${line}`}`),
      code(`${name} ${version}`),
      escapeText(vulnerabilities[0]?.severity ?? ''),
      escapeText(vulnerabilities.map(({ ids }) => ids[0] ?? '').join(', '), 200),
      update === undefined ? '' : code(update),
    ])
  const title = count(found.length, 'package with known vulnerabilities', 'packages with known vulnerabilities')
  return folded(title, table(['Where', 'Package', 'Worst', 'Known as', 'Mended in'], rows))
}

function sensitive(tables: NonNullable<SecurityResult['tables']>): string {
  const rows = tables.flatMap(({ file, sensitive: columns }) =>
    columns.map(({ name, kind, classification, confirmed }) => [
      code(file),
      code(name, 60),
      escapeText(kind),
      confirmed ? 'by its values' : 'by its name',
      escapeText(classification ?? 'not classified'),
    ]),
  )
  if (rows.length === 0) return ''
  const title = count(rows.length, 'column of personal data', 'columns of personal data')
  return folded(title, table(['Table', 'Column', 'Kind', 'Known', 'Contract'], rows.slice(0, SHOWN)))
}

function scannedFiles(files: SecurityResult['files']): string {
  if (files.length === 0) return ''
  const worst = files.toSorted((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status))
  const rows = worst
    .slice(0, SHOWN)
    .map(({ path, format, bytes, status, globals, findings }) => [
      STATUS_SIGN[status],
      code(path),
      escapeText(format),
      formatBytes(bytes),
      globals === 0 ? '' : formatNumber(globals),
      findings.length === 0 ? '' : formatNumber(findings.length),
    ])
  const head = ['', 'File', 'Format', 'Size', 'Known imports', 'Findings']
  return folded(
    `${count(files.length, 'file')} scanned`,
    table(head, rows, ['left', 'left', 'left', 'right', 'right', 'right']),
  )
}

function unpinned(dependencies: SecurityResult['dependencies']): string {
  if (dependencies.length === 0) return ''
  const rows = dependencies
    .slice(0, SHOWN)
    .map(({ file, line, requirement }) => [code(`${file}:${line}`), code(requirement)])
  return folded(
    count(dependencies.length, 'dependency without an exact version', 'dependencies without an exact version'),
    table(['Where', 'Requirement'], rows),
  )
}
