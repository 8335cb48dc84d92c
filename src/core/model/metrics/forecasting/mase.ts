import { meanMetric } from '../../estimators/mean-metric.ts'
import type { ForecastEvaluation } from '../../forecasts/forecast-evaluation.ts'
import { scaled } from '../../forecasts/scaled.ts'

/** Mean of the sizes of the errors over the mean size of those that the naive forecast makes on the history of the series (Hyndman & Koehler 2006). */
export const mase = meanMetric<ForecastEvaluation>({
  id: 'mase',
  title: 'MASE',
  aliases: ['mean-absolute-scaled-error'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  rows: ({ errors, scales }) => scaled(errors.map(Math.abs), scales),
})
