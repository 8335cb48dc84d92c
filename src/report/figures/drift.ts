import type { DriftResult, DriftRow } from '../../core/drift/result.ts'
import { code } from '../markdown/escape.ts'
import { folded, table } from '../markdown/table.ts'
import { count, formatLimit, formatNumber, formatP, formatShare } from '../numbers.ts'
import { STATUS_SIGN } from '../words.ts'
import { bars } from './bars.ts'

/** Rows shown of a wide table. */
const SHOWN = 60

/** One line per column, the worst first: how its distribution looks now, how far it moved, what is missing. */
export function driftFigure({ columns, rows, alpha, limits, tests, sampling, methods: used }: DriftResult): string {
  if (columns.length === 0) return ''
  const methods = used
    .filter(({ id }) => columns.some(({ method }) => method === id))
    .map(({ title }) => title)
    .join(', ')
  const head = ['', 'Column', 'Values', 'Effect', 'p (Holm)', 'Missing', 'Unseen']
  const body = columns
    .slice(0, SHOWN)
    .map(row => [
      STATUS_SIGN[row.status],
      code(row.column, 60),
      picture(row),
      row.effect === undefined ? '' : formatNumber(row.effect),
      row.adjustedPValue === undefined ? '' : formatP(row.adjustedPValue),
      row.missing.reference === 0 && row.missing.current === 0
        ? ''
        : `${formatShare(row.missing.reference)}\u202f→\u202f${formatShare(row.missing.current)}`,
      row.unseen === undefined || row.unseen.rows === 0
        ? ''
        : `${count(row.unseen.rows, 'row')} (${formatShare(row.unseen.share)})`,
    ])
  const more =
    columns.length > SHOWN ? `\n\n_… and ${count(columns.length - SHOWN, 'more column')} in the evidence._` : ''
  const note = `<sub>${count(rows.reference, 'row')} against ${count(rows.current, 'row')}; effect: ${methods}; bars: reference above current, by the reference's deciles; a column fails where its effect exceeds ${formatLimit(limits.effect)} and its p, adjusted over ${count(tests, 'test')}, is at most ${formatLimit(alpha)}${sampling === undefined ? '' : '; of some columns a sample of the numbers is compared, see the evidence'}</sub>`
  return folded(
    `${count(columns.length, 'column')} compared`,
    `${table(head, body, ['left', 'left', 'left', 'right', 'right', 'right', 'right'])}${more}\n\n${note}`,
  )
}

function picture({ histogram }: DriftRow): string {
  if (!histogram) return ''
  const max = Math.max(...histogram.reference, ...histogram.current)
  return `${bars(histogram.reference, max)}<br>${bars(histogram.current, max)}`
}
