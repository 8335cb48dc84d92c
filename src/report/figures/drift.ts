import type { DriftResult, DriftRow } from '../../core/drift/result.ts'
import { filledColumns } from '../filled-columns.ts'
import { code } from '../markdown/escape.ts'
import { folded, table } from '../markdown/table.ts'
import { count, formatLimit, formatNumber, formatP, formatShare } from '../numbers.ts'
import { STATUS_SIGN } from '../words.ts'
import { bars } from './bars.ts'
import { driftProfileFigure } from './drift-profile.ts'

/** Rows shown of a wide table. */
const SHOWN = 30

const HEAD = ['Status', 'Column', 'Values', 'Effect (limit)', 'p (Holm)', 'Missing', 'Unseen']

/** One line per column, the worst first: how its distribution looks now, how far it moved, what is missing. */
export function driftFigure(result: DriftResult): string {
  const { columns, rows, alpha, tests, sampling, methods: used, profile } = result
  if (columns.length === 0) return ''
  if (profile) return driftProfileFigure(result, profile)
  const methods = used
    .filter(({ id }) => columns.some(({ method }) => method === id))
    .map(({ title }) => title)
    .join(', ')
  const filled = filledColumns(
    HEAD.map((name, i) => ({ name, align: i < 3 ? ('left' as const) : ('right' as const) })),
    columns
      .slice(0, SHOWN)
      .map(row => [
        STATUS_SIGN[row.status],
        code(row.column, 60),
        picture(row),
        effectOf(row),
        row.adjustedPValue === undefined ? '' : formatP(row.adjustedPValue),
        row.missing.reference === 0 && row.missing.current === 0
          ? ''
          : `${formatShare(row.missing.reference)}\u202f→\u202f${formatShare(row.missing.current)}`,
        row.unseen === undefined || row.unseen.rows === 0
          ? ''
          : `${count(row.unseen.rows, 'row')} (${formatShare(row.unseen.share)})`,
      ]),
  )
  const more =
    columns.length > SHOWN ? `\n\n_… and ${count(columns.length - SHOWN, 'more column')} in the evidence._` : ''
  const note = `<sub>${count(rows.reference, 'row')} against ${count(rows.current, 'row')}; effect: ${methods}; bars: reference above current, numbers by the reference's deciles, categories by their shares; a column fails where its effect exceeds its limit and its p, adjusted over ${count(tests, 'test')}, is at most ${formatLimit(alpha)}${sampling === undefined ? '' : '; of some columns a sample of the numbers is compared, see the evidence'}</sub>`
  return folded(
    `${count(columns.length, 'column')} compared`,
    `${table(
      filled.columns.map(({ name }) => name),
      filled.rows,
      filled.columns.map(({ align }) => align),
    )}${more}${advice(result)}\n\n${note}`,
  )
}

function effectOf({ effect, limit }: DriftRow): string {
  if (effect === undefined) return ''
  return limit === undefined ? formatNumber(effect) : `${formatNumber(effect)} (${formatLimit(limit)})`
}

/** What is worth a look though it need not block, and what passes only by the settings. */
function advice({ advisory = [], letThrough = [], alpha }: DriftResult): string {
  const listed = advisory
    .slice(0, SHOWN)
    .map(({ column, question, adjustedPValue }) => `${code(column, 60)} (${question}, p ${formatP(adjustedPValue)})`)
  const more = advisory.length > SHOWN ? `, and ${count(advisory.length - SHOWN, 'more column')}` : ''
  return [
    ...(listed.length > 0
      ? [
          `Worth a look, of which at most ${formatShare(alpha)} by chance (Benjamini–Hochberg), harmless or not: ${listed.join(', ')}${more}`,
        ]
      : []),
    ...(letThrough.length > 0
      ? [
          `${count(letThrough.length, 'check')} that failed or ${letThrough.length === 1 ? 'is' : 'are'} undecided, passing only by the settings: ${letThrough
            .slice(0, SHOWN)
            .map(({ check, finding, by }) => `${code(check, 80)} (${finding}, by ${code(by, 20)})`)
            .join(', ')}`,
        ]
      : []),
  ]
    .map(line => `\n\n${line}`)
    .join('')
}

function picture({ histogram }: DriftRow): string {
  if (!histogram) return ''
  const max = Math.max(...histogram.reference, ...histogram.current)
  return `${bars(histogram.reference, max)}<br>${bars(histogram.current, max)}`
}
