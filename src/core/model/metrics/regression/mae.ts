import type { RegressionEvaluation } from '../../errors/regression-evaluation.ts'
import { meanMetric } from '../../estimators/mean-metric.ts'

/** Mean of the sizes of the errors. */
export const mae = meanMetric<RegressionEvaluation>({
  id: 'mae',
  title: 'MAE',
  aliases: ['mean-absolute-error'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  rows: ({ errors }) => errors.map(Math.abs),
})
