import type { Ranked } from './ranked.ts'
import { sweep } from './sweep.ts'

/** Area under the ROC curve of weighted rows, a tie counting half; NaN where a class has no weight. Weights by place. */
export function areaUnderSweep(rows: Ranked, weights: Float64Array): number {
  let [area, positivesBefore, negativesBefore] = [0, 0, 0]
  sweep(rows, weights, (positives, negatives) => {
    area += ((negatives - negativesBefore) * (positives + positivesBefore)) / 2
    positivesBefore = positives
    negativesBefore = negatives
  })
  return area / (positivesBefore * negativesBefore)
}
