import { compared, fill, isEmpty } from './sql.ts'
import type { Survey } from './survey.ts'
import { columnAt, type TableThere } from './table-there.ts'

/** Whole numbers that share one group: those of the same upper bits. */
const SHARED_BITS = 6
/** Places between the least and the greatest whole number, for each that there is, up to which groups are shared. */
const SPARSE = 16

/**
 * What counts the different values of a column and the cells that hold one, exactly: the estimates of engines err by more than they say. Of
 * whole numbers that lie close together 64 share a group, as bits of one number, so that far fewer groups have to be kept.
 */
export function countDifferent(there: TableThere, { rows, columns }: Survey, index: number): string {
  const { dialect, from } = there
  const { column, name } = columnAt(there, index)
  const { low = Number.NaN, high = Number.NaN } = columns.get(index) ?? {}
  const isClose =
    Math.abs(low) <= Number.MAX_SAFE_INTEGER && Math.abs(high) <= Number.MAX_SAFE_INTEGER && high - low <= SPARSE * rows
  const asText = (items: readonly string[]) => items.map(item => fill(dialect.text, item)).join(', ')
  if (column.kind === 'integer' && isClose && dialect.bitAt && dialect.allBits && dialect.bitCount) {
    const value = fill(dialect.bigint, name)
    const bit = fill(dialect.bitAt, fill(dialect.and, value, String(2 ** SHARED_BITS - 1)))
    const shared = fill(dialect.shift, value, String(SHARED_BITS))
    // What is within a fence is not taken for as many groups as there are rows, which one process would count.
    const fence = dialect.fence && dialect.fence.holds === undefined ? `, ${dialect.fence.column} AS fence` : ''
    const bits = `SELECT ${shared} AS s, ${bit} AS b${fence} FROM ${from} WHERE ${name} IS NOT NULL`
    const groups = `SELECT ${fill(dialect.allBits, 'b')} AS b, count(*) AS c FROM (${bits}) v GROUP BY s`
    return `SELECT ${asText([`sum(${fill(dialect.bitCount, 'b')})`, 'sum(c)'])} FROM (${groups}) t`
  }
  const groups = `SELECT count(*) AS c FROM ${from} WHERE NOT ${isEmpty(column, name)} GROUP BY ${compared(dialect, column, name)}`
  return `SELECT ${asText(['count(*)', 'sum(c)'])} FROM (${groups}) t`
}
