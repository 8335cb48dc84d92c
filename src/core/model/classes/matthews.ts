import type { ClassMatrix } from './class-matrix.ts'
import { classTotals } from './class-totals.ts'

/**
 * Correlation of the true and the predicted classes (Matthews 1975; of more than two classes Gorodkin 2004). NaN where all
 * rows are of one class or all predictions are the same, which scikit-learn calls 0.
 */
export function matthews(matrix: ClassMatrix): number {
  const { predicted, truth, allHits, all } = classTotals(matrix)
  let [both, squaresTrue, squaresPredicted] = [0, 0, 0]
  for (const [i, own] of truth.entries()) {
    const its = predicted[i] ?? 0
    both += own * its
    squaresTrue += own * own
    squaresPredicted += its * its
  }
  const spread = (all * all - squaresPredicted) * (all * all - squaresTrue)
  return spread > 0 ? (allHits * all - both) / Math.sqrt(spread) : Number.NaN
}
