import { finiteNumber } from '../drift/cell.ts'
import type { ColumnState } from '../drift/measures/column-state.ts'
import type { NumberSample } from '../drift/measures/number-sample.ts'
import type { Asked } from '../tables/measures/asked.ts'
import { columnAt, type TableThere } from './table-there.ts'

export type OfDrift = Extract<Asked, { readonly is: 'drift' }>

/** The number that a cell's text is; NaN where it is none. */
export const numberIn = (text: string): number => finiteNumber(text) ?? Number.NaN

/** A sample of so many of each value, with the lots of their rows where these are kept; NaN is none. Without lots, in order. */
export function sampled(
  counted: readonly (readonly [value: number, count: number, lot?: number | undefined])[],
  limit: number,
): NumberSample {
  const known = counted.filter(([value]) => !Number.isNaN(value))
  const rows = known.flatMap(([value, count, lot = 0]) => new Array<[number, number]>(count).fill([value, lot]))
  const inOrder = rows.sort(([a, m], [b, n]) => a - b || m - n || sign(a) - sign(b))
  return {
    values: Float64Array.from(inOrder, ([value]) => value),
    lots: Uint32Array.from(inOrder, ([, lot]) => lot),
    n: inOrder.length,
    limit,
  }
}

/** Of the two zeros, which compare alike, one comes first. */
const sign = (value: number): number => (Object.is(value, -0) ? -1 : 1)

/** Why nothing could be drawn of a column. */
export const noKey = (there: TableThere, index: number, size: number): string =>
  `${there.table.table} has more than ${size} rows of which ${columnAt(there, index).column.name} is drawn by lot, but no key that tells one from another`

/** Whether a state is that of a column whose drift is measured. */
export const isColumnState = (state: unknown): state is ColumnState =>
  typeof state === 'object' && state !== null && 'moments' in state && 'texts' in state
