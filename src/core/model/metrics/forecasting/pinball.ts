import { pinballLosses } from '../../errors/pinball-losses.ts'
import { meanMetric } from '../../estimators/mean-metric.ts'
import type { ForecastEvaluation } from '../../forecasts/forecast-evaluation.ts'

/** Mean loss of predicting the quantile of the settings. */
export const pinball = meanMetric<ForecastEvaluation>({
  id: 'pinball',
  title: 'Pinball loss',
  aliases: ['pinball-loss', 'mean-pinball-loss', 'quantile-loss'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  rows: ({ errors, quantile }) => pinballLosses(errors, quantile),
})
