import type { Check } from '../../core/evidence.ts'
import type { SecurityResult } from '../../core/security/result.ts'
import { code, escapeText } from '../markdown/escape.ts'
import { folded, table } from '../markdown/table.ts'
import { count } from '../numbers.ts'
import { coverage } from './coverage.ts'

/** Files and dependencies shown of many. */
export const SHOWN = 60

/** Every file that was scanned, what is known against its dependencies, and the personal data that tables hold. */
export function securityFigure(result: SecurityResult, checks: readonly Check[]): string {
  const { dependencies, vulnerabilities, tables = [] } = result
  return [coverage(result, checks, SHOWN), vulnerable(vulnerabilities), sensitive(tables), unpinned(dependencies)]
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
