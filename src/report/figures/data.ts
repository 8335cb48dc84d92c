import type { ColumnProfile, DataResult } from '../../core/tables/result.ts'
import { code, escapeText } from '../markdown/escape.ts'
import { folded, table } from '../markdown/table.ts'
import { count, formatNumber, formatShare } from '../numbers.ts'
import { bars, meter } from './bars.ts'

/** Columns shown of a wide table. */
const SHOWN = 60

/** What each file looks like, a line a column: how complete it is, how many values, their range. */
export function dataFigure({ files }: DataResult): string {
  return files
    .map(({ file, rows, columns }) => {
      const lines = columns.slice(0, SHOWN).map(column => profileRow(column, rows))
      const more =
        columns.length > SHOWN ? `\n\n_… and ${count(columns.length - SHOWN, 'more column')} in the evidence._` : ''
      const head = ['Column', 'Type', 'Filled', '', 'Distinct', 'Distribution', 'Range', 'Median', 'Mean']
      const body = table(head, lines, ['left', 'left', 'left', 'right', 'right', 'left', 'right', 'right', 'right'])
      return folded(
        `Profile of ${escapeText(file)}: ${count(rows, 'row')}, ${count(columns.length, 'column')}`,
        `${body}${more}`,
      )
    })
    .join('\n\n')
}

function profileRow(profile: ColumnProfile, rows: number): string[] {
  const { column, type, sensitive, nulls, distinct, min, max, mean, quantiles } = profile
  const filled = rows === 0 ? 0 : 1 - nulls / rows
  return [
    code(column, 60),
    escapeText(type),
    meter(filled),
    nulls > 0 && filled > 0.999 ? '> 99.9 %' : formatShare(filled),
    distinct === undefined ? 'over 1\u202f000' : formatNumber(distinct),
    sensitive ? '' : distribution(profile),
    sensitive
      ? '_withheld_'
      : min === undefined || max === undefined
        ? ''
        : `${formatNumber(min)} – ${formatNumber(max)}`,
    quantiles === undefined ? '' : formatNumber(quantiles.p50),
    mean === undefined ? '' : formatNumber(mean),
  ]
}

/** Bars from the smallest value to the greatest; of categories, from the commonest on, with the name of that one. */
function distribution({ bars: shares, top }: ColumnProfile): string {
  if (shares) return code(bars(shares, Math.max(...shares)), 60)
  const [first] = top ?? []
  if (!top || !first) return ''
  return `${code(
    bars(
      top.map(({ share }) => share),
      first.share,
    ),
    60,
  )} ${escapeText(first.value.slice(0, 20))} ${formatShare(first.share)}`
}
