import type { SecurityResult } from '../../core/security/result.ts'
import { code, escapeText } from '../markdown/escape.ts'
import { folded, table } from '../markdown/table.ts'
import { count, formatBytes, formatNumber } from '../numbers.ts'
import { STATUS_ORDER, STATUS_SIGN } from '../words.ts'

/** Files and dependencies shown of many. */
const SHOWN = 60

/** Every file that was scanned, and every dependency without an exact version. */
export function securityFigure({ files, dependencies }: SecurityResult): string {
  return [scannedFiles(files), unpinned(dependencies)].filter(part => part !== '').join('\n\n')
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
