import type { ColumnProfile, DataResult } from '../../core/tables/result.ts'
import { code, escapeText } from '../markdown/escape.ts'
import { folded, table } from '../markdown/table.ts'
import { count, formatNumber, formatShare } from '../numbers.ts'
import { bars } from './bars.ts'

/** Columns shown of a wide table. */
const SHOWN = 40

/** What each file looks like, a line a column: how complete it is, how many values, their range. */
export function dataFigure({ files }: DataResult): string {
  return files
    .map(({ file, rows, columns }) => {
      const more =
        columns.length > SHOWN ? `\n\n_… and ${count(columns.length - SHOWN, 'more column')} in the evidence._` : ''
      return folded(
        `Profile of ${escapeText(file)}: ${count(rows, 'row')}, ${count(columns.length, 'column')}`,
        `${profileTable(columns.slice(0, SHOWN), rows)}${more}`,
      )
    })
    .join('\n\n')
}

/** Without what no column has: a median, say, where none is of numbers. */
function profileTable(columns: readonly ColumnProfile[], rows: number): string {
  const cells = columns.map(column => profileRow(column, rows))
  const shown = HEAD.map((_, i) => i < 2 || cells.some(row => row[i] !== ''))
  const kept = <Item>(items: readonly Item[]) => items.filter((_, i) => shown[i])
  return table(kept(HEAD), cells.map(kept), kept(ALIGN))
}

const HEAD = ['Column', 'Type', 'Filled', 'Distinct', 'Distribution', 'Values', 'Median']
const ALIGN = ['left', 'left', 'right', 'right', 'left', 'left', 'right'] as const

function profileRow(profile: ColumnProfile, rows: number): string[] {
  const { column, type, sensitive, nulls, distinct, quantiles } = profile
  const filled = rows === 0 ? 0 : 1 - nulls / rows
  return [
    code(column, 60),
    escapeText(type),
    nulls > 0 && filled > 0.999 ? '>\u00a099.9\u202f%' : formatShare(filled),
    distinct === undefined ? '>\u00a01\u202f000' : formatNumber(distinct),
    sensitive ? '' : distribution(profile),
    sensitive ? '_withheld_' : span(profile),
    quantiles === undefined ? '' : formatNumber(quantiles.p50),
  ]
}

/** From the smallest number to the greatest, or the commonest text and its share; the word joiner keeps a line from ending at the dash. */
function span({ min, max, top }: ColumnProfile): string {
  if (min !== undefined && max !== undefined) return `${formatNumber(min)}\u00a0–\u2060\u00a0${formatNumber(max)}`
  const [first] = top ?? []
  return first ? `${escapeText(first.value.slice(0, 20))} ${formatShare(first.share)}` : ''
}

/** Bars from the smallest value to the greatest; of categories, from the commonest on. */
function distribution({ bars: shares, top = [] }: ColumnProfile): string {
  if (shares) return code(bars(shares, Math.max(...shares)), 60)
  const [first] = top
  if (!first) return ''
  const heights = top.map(({ share }) => share)
  return code(bars(heights, first.share), 60)
}
