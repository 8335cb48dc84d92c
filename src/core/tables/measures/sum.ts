import type { Column } from '../column.ts'
import { addSum, addTo, type ExactSum, noSum } from './exact-sum.ts'
import type { Measure } from './measure.ts'

/** How many values a column has, and their sum, without rounding. */
export interface Sum {
  n: number
  readonly sum: ExactSum
}

/** Adds up a column's values. */
export const sum = (column: Column): Measure<Sum> => ({
  key: `sum ${JSON.stringify(column.name)}`,
  asks: { is: 'sum', column },
  init: () => ({ n: 0, sum: noSum() }),
  add(state, batch) {
    const { index, reader } = column
    if (!reader) return
    const values = batch.cells(index).values(reader)
    for (let row = 0; row < values.length; row++) {
      const value = values[row] ?? Number.NaN
      if (Number.isNaN(value)) continue
      state.n += 1
      addTo(state.sum, value)
    }
  },
  merge(state, other) {
    state.n += other.n
    addSum(state.sum, other.sum)
  },
})
