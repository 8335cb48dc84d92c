import type { ColumnProfile, DataResult } from '../../core/tables/result.ts'
import { code, escapeText } from '../markdown/escape.ts'
import { folded, table } from '../markdown/table.ts'
import { count, formatNumber, formatShare } from '../numbers.ts'
import { meter } from './bars.ts'

/** Columns shown of a wide table. */
const SHOWN = 60

/** What each file looks like, a line a column: how complete it is, how many values, their range. */
export function dataFigure({ files }: DataResult): string {
  return files
    .map(({ file, rows, columns }) => {
      const lines = columns.slice(0, SHOWN).map(column => profileRow(column, rows))
      const more =
        columns.length > SHOWN ? `\n\n_… and ${count(columns.length - SHOWN, 'more column')} in the evidence._` : ''
      const head = ['Column', 'Type', 'Filled', '', 'Distinct', 'Range', 'Mean']
      const body = table(head, lines, ['left', 'left', 'left', 'right', 'right', 'right', 'right'])
      return folded(
        `Profile of ${escapeText(file)}: ${count(rows, 'row')}, ${count(columns.length, 'column')}`,
        `${body}${more}`,
      )
    })
    .join('\n\n')
}

function profileRow(
  { column, type, sensitive, nulls, distinct, min, max, mean }: ColumnProfile,
  rows: number,
): string[] {
  const filled = rows === 0 ? 0 : 1 - nulls / rows
  return [
    code(column, 60),
    escapeText(type),
    meter(filled),
    nulls > 0 && filled > 0.999 ? '> 99.9 %' : formatShare(filled),
    distinct === undefined ? 'over 1\u202f000' : formatNumber(distinct),
    sensitive
      ? '_withheld_'
      : min === undefined || max === undefined
        ? ''
        : `${formatNumber(min)} – ${formatNumber(max)}`,
    mean === undefined ? '' : formatNumber(mean),
  ]
}
