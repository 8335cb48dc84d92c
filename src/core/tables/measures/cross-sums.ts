import type { Column } from '../column.ts'
import { exactProduct } from './exact-product.ts'
import { addSum, addTo, type ExactSum, noSum } from './exact-sum.ts'
import type { Measure } from './measure.ts'

/** Over the rows in which two columns have values: Σx, Σy, Σx², Σy², Σxy, without rounding. */
export interface CrossSums {
  n: number
  readonly sums: ExactSum[]
}

/** The sums that a correlation comes of. */
export const crossSums = (one: Column, other: Column): Measure<CrossSums> => ({
  key: `cross-sums ${JSON.stringify([one.name, other.name])}`,
  asks: { is: 'cross', columns: [one, other] },
  init: () => ({ n: 0, sums: Array.from({ length: 5 }, noSum) }),
  add(state, batch) {
    const [x, y, xx, yy, xy] = state.sums
    if (!one.reader || !other.reader || !x || !y || !xx || !yy || !xy) return
    const [left, right] = [batch.cells(one.index).values(one.reader), batch.cells(other.index).values(other.reader)]
    for (let row = 0; row < batch.rows; row++) {
      const [a, b] = [left[row] ?? Number.NaN, right[row] ?? Number.NaN]
      if (Number.isNaN(a) || Number.isNaN(b)) continue
      state.n += 1
      addTo(x, a)
      addTo(y, b)
      for (const part of exactProduct(a, a)) addTo(xx, part)
      for (const part of exactProduct(b, b)) addTo(yy, part)
      for (const part of exactProduct(a, b)) addTo(xy, part)
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
