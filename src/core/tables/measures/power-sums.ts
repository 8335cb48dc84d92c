import type { Column } from '../column.ts'
import { exactProduct } from './exact-product.ts'
import { addSum, addTo, type ExactSum, noSum } from './exact-sum.ts'
import type { Measure } from './measure.ts'

/** Number of values and the sums of their powers, without rounding: mean, variance and shape come of them in any order. */
export interface PowerSums {
  n: number
  /** Σx, Σx², and Σx³, Σx⁴ where they are asked for. */
  readonly sums: ExactSum[]
}

/** Sums of powers up to `highest` of a column's values. */
export const powerSums = (column: Column, highest: 2 | 4): Measure<PowerSums> => ({
  key: `power-sums ${highest} ${JSON.stringify(column.name)}`,
  asks: { is: 'powers', column, highest },
  init: () => ({ n: 0, sums: Array.from({ length: highest }, noSum) }),
  add(state, batch) {
    const { index, reader } = column
    if (!reader) return
    const [first, second, third, fourth] = state.sums
    if (!first || !second) return
    const values = batch.cells(index).values(reader)
    for (let row = 0; row < values.length; row++) {
      const value = values[row] ?? Number.NaN
      if (Number.isNaN(value)) continue
      state.n += 1
      addTo(first, value)
      const square = exactProduct(value, value)
      for (const part of square) addTo(second, part)
      if (!third || !fourth) continue
      for (const part of square) for (const each of exactProduct(part, value)) addTo(third, each)
      for (const one of square)
        for (const other of square) for (const each of exactProduct(one, other)) addTo(fourth, each)
    }
  },
  merge(state, other) {
    state.n += other.n
    for (const [i, sum] of state.sums.entries()) {
      const more = other.sums[i]
      if (more) addSum(sum, more)
    }
  },
})
