import type { Check } from '../../core/evidence.ts'
import type { Limit } from '../../core/security/limits.ts'
import type { ScannedFile, SecurityResult } from '../../core/security/result.ts'
import { type FileFindings, fileFindings } from '../file-findings.ts'
import { filledColumns } from '../filled-columns.ts'
import { code, escapeText } from '../markdown/escape.ts'
import { folded, table } from '../markdown/table.ts'
import { unbroken } from '../markdown/unbroken.ts'
import { count, formatBytes, formatNumber } from '../numbers.ts'
import { STATUS_ORDER, STATUS_SIGN } from '../words.ts'

const ENDED_BY: Record<Limit, string> = {
  time: 'its time ran out',
  memory: 'its memory ran out',
  crash: 'the process that read it failed',
  size: 'too large to be read at once',
  depth: 'nested too deeply',
  ratio: 'decompresses to too much',
  change: 'changed meanwhile',
}
const HEAD = ['Status', 'File', 'Format', 'Size', 'Known imports', 'Findings', 'Because']
const ALIGN = ['left', 'left', 'left', 'right', 'right', 'right', 'left'] as const
const SKIPPED = '➖'

/** Every file that the paths name, the worst first: its format, how it stands after every check, and why; then what was passed over. At most `most` rows. */
export function coverage(
  { files, skipped = [] }: Pick<SecurityResult, 'files' | 'skipped'>,
  checks: readonly Check[],
  most: number,
): string {
  if (files.length === 0) return ''
  const findingsOf = fileFindings(checks)
  const worst = files
    .map(file => ({ file, found: findingsOf(file) }))
    .toSorted((a, b) => STATUS_ORDER.indexOf(a.found.status) - STATUS_ORDER.indexOf(b.found.status))
  const over = skipped.map(({ path, reason }) => [SKIPPED, code(path), 'passed over', '', '', '', escapeText(reason)])
  const rows = [...worst.map(({ file, found }) => row(file, found)), ...over]
  const undecided = files.filter(({ status }) => status === 'inconclusive').length
  const title = [
    `${count(files.length, 'file')} scanned`,
    undecided > 0 ? `${formatNumber(undecided)} undecided` : '',
    skipped.length > 0 ? `${formatNumber(skipped.length)} passed over` : '',
  ]
  const more =
    rows.length > most ? `\n\n_… and ${formatNumber(rows.length - most)} more: the evidence lists them all._` : ''
  const columns = HEAD.map((name, i) => ({ name, align: ALIGN[i] ?? 'left' }))
  const filled = filledColumns(columns, rows.slice(0, most))
  return folded(
    title.filter(part => part !== '').join(', '),
    `${table(
      filled.columns.map(({ name }) => name),
      filled.rows,
      filled.columns.map(({ align }) => align),
    )}${more}`,
  )
}

const row = (
  { path, format, bytes, globals, findings, reason, limit }: ScannedFile,
  { status, reasons }: FileFindings,
): string[] => [
  STATUS_SIGN[status],
  code(path),
  escapeText(format),
  unbroken(formatBytes(bytes)),
  globals === 0 ? '' : formatNumber(globals),
  findings.length === 0 ? '' : formatNumber(findings.length),
  limit ? ENDED_BY[limit] : escapeText(reason ?? reasons.join('; '), 120),
]
