import { covered } from '../../errors/covered.ts'
import { shareMetric } from '../../estimators/share-metric.ts'
import type { ForecastEvaluation } from '../../forecasts/forecast-evaluation.ts'

/** Share of rows whose truth lies in the forecast's interval. */
export const coverage = shareMetric<ForecastEvaluation>({
  id: 'coverage',
  title: 'Coverage of the prediction intervals',
  aliases: ['interval-coverage', 'picp'],
  better: 'higher',
  rows: covered,
})
