import { influenceMetric } from '../../forecasts/influence-metric.ts'
import { weightedMean } from '../../forecasts/weighted-mean.ts'

/** Sum of the sizes of the errors over the sum of the sizes of the truths. */
export const wape = influenceMetric({
  id: 'wape',
  title: 'WAPE',
  aliases: ['weighted-absolute-percentage-error', 'wmape'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  smooth({ truth, errors }, weights) {
    const [own, all] = [weightedMean(errors.map(Math.abs), weights), weightedMean(truth.map(Math.abs), weights)]
    if (all.mean === 0) return { gap: 'all truths are 0' }
    const value = own.mean / all.mean
    return {
      value,
      influence: errors.map(
        (error, row) =>
          ((weights[row] ?? 0) * (Math.abs(error) - value * Math.abs(truth[row] ?? 0))) / (all.mean * all.total),
      ),
    }
  },
})
