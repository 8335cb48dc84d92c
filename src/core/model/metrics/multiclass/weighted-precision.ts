import { weighted } from '../../classes/averages.ts'
import { precisions } from '../../classes/class-scores.ts'
import { matrixMetric } from '../../classes/matrix-metric.ts'

/** Mean of the precisions of the classes, each counting as it has rows. */
export const weightedPrecision = matrixMetric({
  id: 'weighted-precision',
  title: 'Weighted precision',
  aliases: ['precision-weighted'],
  better: 'higher',
  range: [0, 1],
  value: weighted(precisions),
})
