import type { MulticlassEvaluation } from '../classes/multiclass-evaluation.ts'
import { type Gap, isGap, unset } from '../estimators/gap.ts'
import { costMatrix } from './cost-matrix.ts'

/** What each row costs by its true and its predicted class, and what it could; or why that cannot be said. */
export function classCostsOf({
  classes,
  truth,
  predicted,
  costs,
}: MulticlassEvaluation): { values: Float64Array; bounds: readonly [number, number] } | Gap {
  if (!costs) return unset('class-costs')
  const matrix = costMatrix(costs, classes)
  if (isGap(matrix)) return matrix
  return {
    values: Float64Array.from(truth, (own, row) => matrix[own * classes.length + (predicted[row] ?? 0)] ?? Number.NaN),
    bounds: [Math.min(...matrix), Math.max(...matrix)],
  }
}
