import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ColumnProfile, DataResult } from '../../../core/tables/result.ts'
import { count, formatNumber, formatShare } from '../../numbers.ts'
import { breakable } from '../breakable.ts'
import { bars } from '../charts/bars.ts'
import type { Column } from '../column.ts'
import { folded, table } from '../table.ts'
import { shown } from '../text.ts'

const COLUMNS: readonly Column[] = [
  { title: 'Column' },
  { title: 'Type' },
  { title: 'Distribution' },
  { title: 'Filled', align: 'right' },
  { title: 'Distinct', align: 'right' },
  { title: 'Least', align: 'right' },
  { title: 'Median', align: 'right' },
  { title: 'Mean', align: 'right' },
  { title: 'Greatest', align: 'right' },
  { title: 'Commonest', wide: true },
]

/** Columns from which on a table is folded: what did not pass stands above it. */
const MANY = 60

/** The profile of every column of every table. */
export const dataPart = ({ files }: DataResult): Element[] =>
  files.map(({ file, rows, columns }) => {
    const title = `${shown(file)}: ${count(rows, 'row')}, ${count(columns.length, 'column')}`
    const profiles = table(
      title,
      COLUMNS,
      columns.map(column => profile(column, rows)),
    )
    return columns.length > MANY ? folded(title, profiles) : profiles
  })

function profile(column: ColumnProfile, rows: number) {
  const { type, sensitive, nulls, distinct, min, max, mean, quantiles, top = [] } = column
  const number = (value: number | undefined) => (value === undefined ? '' : formatNumber(value))
  return [
    h('code', breakable(shown(column.column, 60))),
    type,
    sensitive ? h('em', 'withheld') : distribution(column),
    rows === 0 ? '' : formatShare(1 - nulls / rows),
    distinct === undefined ? '> 1\u202f000' : formatNumber(distinct),
    number(min),
    number(quantiles?.p50),
    number(mean),
    number(max),
    top
      .slice(0, 3)
      .map(({ value, share }) => `${shown(value, 24)} ${formatShare(share)}`)
      .join(', '),
  ]
}

function distribution({ column, bars: shares, top = [] }: ColumnProfile): Element | string {
  const heights = shares ?? top.map(({ share }) => share)
  if (heights.length === 0) return ''
  return bars({
    title: `Distribution of ${shown(column, 60)}`,
    series: [{ name: 'share', shares: heights, className: 'current' }],
    width: 120,
    height: 28,
  })
}
