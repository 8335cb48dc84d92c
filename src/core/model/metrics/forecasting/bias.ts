import { meanMetric } from '../../estimators/mean-metric.ts'
import type { ForecastEvaluation } from '../../forecasts/forecast-evaluation.ts'

/** Mean of predicted less true: above 0 the forecasts are too high. */
export const bias = meanMetric<ForecastEvaluation>({
  id: 'bias',
  title: 'Bias',
  aliases: ['mean-error', 'mean-bias-error'],
  better: 'zero',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  rows: ({ errors }) => errors,
})
