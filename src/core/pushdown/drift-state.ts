import { finiteNumber } from '../drift/cell.ts'
import type { ColumnState } from '../drift/measures/column-state.ts'
import type { NumberSample } from '../drift/measures/number-sample.ts'
import type { Asked } from '../tables/measures/asked.ts'
import { columnAt, type TableThere } from './table-there.ts'

export type OfDrift = Extract<Asked, { readonly is: 'drift' }>

/** The number that a cell's text is; NaN where it is none. */
export const numberIn = (text: string): number => finiteNumber(text) ?? Number.NaN

/** A sample of so many of each value; NaN is none. */
export function sampled(counted: readonly (readonly [value: number, count: number])[], limit: number): NumberSample {
  const values = counted.flatMap(([value, count]) => (Number.isNaN(value) ? [] : new Array<number>(count).fill(value)))
  return { values: Float64Array.from(values).sort(), lots: new Uint32Array(values.length), n: values.length, limit }
}

/** Why nothing could be drawn of a column. */
export const noKey = (there: TableThere, index: number, size: number): string =>
  `${there.table.table} has more than ${size} rows of which ${columnAt(there, index).column.name} is drawn by lot, but no key that tells one from another`

/** Whether a state is that of a column whose drift is measured. */
export const isColumnState = (state: unknown): state is ColumnState =>
  typeof state === 'object' && state !== null && 'moments' in state && 'texts' in state
