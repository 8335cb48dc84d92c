import type { RegressionEvaluation } from '../../errors/regression-evaluation.ts'
import { sumMetric } from '../../estimators/sum-metric.ts'

/** Root of the mean of the squares of the errors. */
export const rmse = sumMetric<RegressionEvaluation>({
  id: 'rmse',
  title: 'RMSE',
  aliases: ['root-mean-squared-error'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  columns: ({ n, errors }) => [new Float64Array(n).fill(1), errors.map(error => error ** 2)],
  value: (rows = 0, squares = 0) => Math.sqrt(squares / rows),
})
