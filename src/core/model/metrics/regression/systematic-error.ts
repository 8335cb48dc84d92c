import type { RegressionEvaluation } from '../../errors/regression-evaluation.ts'
import { sumMetric } from '../../estimators/sum-metric.ts'

/** Mean error over the root mean squared error: what share of it is the same for every row. Above 0 the model predicts too much. */
export const systematicError = sumMetric<RegressionEvaluation>({
  id: 'systematic-error',
  title: 'Systematic error (bias over RMSE)',
  aliases: ['bias-ratio', 'relative-bias'],
  better: 'zero',
  range: [-1, 1],
  columns: ({ n, errors }) => [new Float64Array(n).fill(1), errors, errors.map(error => error ** 2)],
  value(rows = 0, sum = 0, squares = 0) {
    return squares > 0 ? sum / Math.sqrt(rows * squares) : Number.NaN
  },
})
