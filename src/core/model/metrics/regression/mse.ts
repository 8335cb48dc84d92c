import type { RegressionEvaluation } from '../../errors/regression-evaluation.ts'
import { meanMetric } from '../../estimators/mean-metric.ts'

/** Mean of the squares of the errors. */
export const mse = meanMetric<RegressionEvaluation>({
  id: 'mse',
  title: 'MSE',
  aliases: ['mean-squared-error'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  rows: ({ errors }) => errors.map(error => error ** 2),
})
