import type { Cells } from '../batch.ts'
import type { Column } from '../column.ts'
import type { Measure } from './measure.ts'

/** Rows that a sample keeps, unless it is to be smaller. */
export const SAMPLE = 20_000

/**
 * The rows of a sample with the values that some columns have in them: all rows, where there are no more than its size, else
 * as many, drawn by lot. A row's lot is a hash of its place, so the same rows are drawn on every machine and in any shards,
 * and all columns of a table have the same rows in their samples.
 */
export interface RowSample {
  rows: number
  /** Lots of the rows kept, no row above `limit`. */
  lots: number[]
  /** For each row kept, its value in each column, of a column of texts a number that stands for the text; NaN where there is none. */
  values: number[][]
  limit: number
}

/** Draws rows and keeps their values in the columns. */
export const rowSample = (
  columns: readonly Pick<Column, 'name' | 'index' | 'reader'>[],
  size = SAMPLE,
): Measure<RowSample> => ({
  key: `row-sample ${size} ${JSON.stringify(columns.map(({ name }) => name))}`,
  asks: { is: 'sample', columns, size },
  init: () => ({ rows: 0, lots: [], values: [], limit: Number.POSITIVE_INFINITY }),
  add(state, batch) {
    const all = columns.map(({ index, reader }) =>
      reader ? batch.cells(index).values(reader) : standIns(batch.cells(index)),
    )
    const { rows, places } = batch
    state.rows += rows
    let { limit } = state
    for (let row = 0; row < rows; row++) {
      const lot = lotOf(places[row] ?? 0)
      if (lot > limit) continue
      state.lots.push(lot)
      state.values.push(rowOf(all, row))
      if (state.lots.length < 2 * size) continue
      shrink(state, size)
      limit = state.limit
    }
  },
  merge(state, other) {
    state.rows += other.rows
    state.limit = Math.min(state.limit, other.limit)
    for (const lot of other.lots) state.lots.push(lot)
    for (const values of other.values) state.values.push(values)
    shrink(state, size)
  },
})

/** Apart from the loop, whose every turn would else be kept for the closure. */
const rowOf = (columns: readonly Float64Array[], row: number): number[] =>
  columns.map(values => values[row] ?? Number.NaN)

/** The rows of the sample, in the order of their lots: a function of the rows alone. */
export function sampled(state: RowSample, size = SAMPLE): readonly (readonly number[])[] {
  shrink(state, size)
  const order = [...state.lots.keys()].sort((a, b) => (state.lots[a] ?? 0) - (state.lots[b] ?? 0))
  return order.map(i => state.values[i] ?? [])
}

/** 53 bits of a text's hash. */
function standIns({ empty, hashes: { a, b } }: Cells): Float64Array {
  const numbers = new Float64Array(empty.length)
  for (let row = 0; row < empty.length; row++) {
    numbers[row] = empty[row] === 1 ? Number.NaN : (a[row] ?? 0) * 2 ** 21 + ((b[row] ?? 0) >>> 11)
  }
  return numbers
}

/** Keeps the smallest lots. */
function shrink(state: RowSample, size: number): void {
  if (state.lots.length > size) {
    const sorted = Float64Array.from(state.lots).sort()
    state.limit = Math.min(state.limit, sorted[size - 1] ?? 0)
  }
  const keep = [...state.lots.keys()].filter(i => (state.lots[i] ?? 0) <= state.limit)
  if (keep.length === state.lots.length) return
  state.values = keep.map(i => state.values[i] ?? [])
  state.lots = keep.map(i => state.lots[i] ?? 0)
}

/** 53 bits of a hash of the place, from 0 to 1: two rows share one hardly ever. */
export function lotOf(place: number): number {
  const a = halfLotOf(place | 0, (place / 2 ** 32) | 0)
  let b = Math.imul(a ^ place, 0x165667b1)
  b = Math.imul(b ^ (b >>> 15), 0x85ebca77)
  return (((a ^ (a >>> 16)) >>> 0) * 2 ** 21 + ((b ^ (b >>> 16)) >>> 11)) / 2 ** 53
}

/** Of the lower and the upper 32 bits of a place, what the lot is made of: its first 16 bits are those of the lot. */
export function halfLotOf(low: number, high: number): number {
  let a = Math.imul(low ^ 0x9e3779b9, 0x85ebca6b) ^ high
  a = Math.imul(a ^ (a >>> 15), 0xc2b2ae35)
  return Math.imul(a ^ (a >>> 13), 0x27d4eb2f)
}
