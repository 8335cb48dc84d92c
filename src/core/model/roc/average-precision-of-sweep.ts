import type { Ranked } from './ranked.ts'
import { sweep } from './sweep.ts'

/** The precision at every score, each weighing the recall that it adds; NaN where no row is positive. Weights by place. */
export function averagePrecisionOfSweep(rows: Ranked, weights: Float64Array): number {
  let [area, before] = [0, 0]
  sweep(rows, weights, (positives, negatives) => {
    if (positives > before) area += ((positives - before) * positives) / (positives + negatives)
    before = positives
  })
  return area / before
}
