import { meanMetric } from '../../estimators/mean-metric.ts'
import type { ForecastEvaluation } from '../../forecasts/forecast-evaluation.ts'

/** Mean of the sizes of the errors. */
export const mae = meanMetric<ForecastEvaluation>({
  id: 'mae',
  title: 'MAE',
  aliases: ['mean-absolute-error'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  rows: ({ errors }) => errors.map(Math.abs),
})
