import type { RegressionEvaluation } from '../../errors/regression-evaluation.ts'
import { meanMetric } from '../../estimators/mean-metric.ts'

/** Mean of predicted less true: above 0 the model predicts too much. */
export const bias = meanMetric<RegressionEvaluation>({
  id: 'bias',
  title: 'Bias',
  aliases: ['mean-error', 'mean-bias-error'],
  better: 'zero',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  rows: ({ errors }) => errors,
})
