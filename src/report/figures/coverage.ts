import type { Limit } from '../../core/security/limits.ts'
import type { ScannedFile, SecurityResult } from '../../core/security/result.ts'
import { code, escapeText } from '../markdown/escape.ts'
import { folded, table } from '../markdown/table.ts'
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
const HEAD = ['Status', 'File', 'Format', 'Size', 'Known imports', 'Findings', 'Undecided because']
const SKIPPED = '➖'

/** Every file that the paths name, the worst first: its format, its verdict, why there is none; then what was passed over. At most `most` rows. */
export function coverage({ files, skipped = [] }: Pick<SecurityResult, 'files' | 'skipped'>, most: number): string {
  if (files.length === 0) return ''
  const worst = files.toSorted((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status))
  const over = skipped.map(({ path, reason }) => [SKIPPED, code(path), 'passed over', '', '', '', escapeText(reason)])
  const rows = [...worst.map(row), ...over]
  const undecided = files.filter(({ status }) => status === 'inconclusive').length
  const title = [
    `${count(files.length, 'file')} scanned`,
    undecided > 0 ? `${formatNumber(undecided)} undecided` : '',
    skipped.length > 0 ? `${formatNumber(skipped.length)} passed over` : '',
  ]
  const more =
    rows.length > most ? `\n\n_… and ${formatNumber(rows.length - most)} more: the evidence lists them all._` : ''
  return folded(
    title.filter(part => part !== '').join(', '),
    `${table(HEAD, rows.slice(0, most), ['left', 'left', 'left', 'right', 'right', 'right', 'left'])}${more}`,
  )
}

const row = ({ path, format, bytes, status, globals, findings, reason, limit }: ScannedFile): string[] => [
  STATUS_SIGN[status],
  code(path),
  escapeText(format),
  formatBytes(bytes),
  globals === 0 ? '' : formatNumber(globals),
  findings.length === 0 ? '' : formatNumber(findings.length),
  limit ? ENDED_BY[limit] : escapeText(reason ?? '', 120),
]
