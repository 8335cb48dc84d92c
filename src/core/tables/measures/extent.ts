import type { Column } from '../column.ts'
import type { Measure } from './measure.ts'

/** The smallest and the greatest value of a column, and how many cells have one. */
export interface Extent {
  n: number
  low: number
  high: number
}

/** Finds the extent of a column's values. */
export const extent = (column: Column): Measure<Extent> => ({
  key: `extent ${JSON.stringify(column.name)}`,
  asks: { is: 'extent', column },
  init: () => ({ n: 0, low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }),
  add(state, batch) {
    const { index, reader } = column
    if (!reader) return
    let { n, low, high } = state
    const values = batch.cells(index).values(reader)
    // By number: an iterator would make an object of every value.
    for (let row = 0; row < values.length; row++) {
      const value = values[row] ?? Number.NaN
      if (value < low) low = value
      if (value > high) high = value
      if (!Number.isNaN(value)) n += 1
    }
    Object.assign(state, { n, low, high })
  },
  merge(state, other) {
    state.n += other.n
    state.low = Math.min(state.low, other.low)
    state.high = Math.max(state.high, other.high)
  },
})
