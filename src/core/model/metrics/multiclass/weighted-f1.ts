import { weighted } from '../../classes/averages.ts'
import { f1s } from '../../classes/class-scores.ts'
import { matrixMetric } from '../../classes/matrix-metric.ts'

/** Mean of the F1 of the classes, each counting as it has rows. */
export const weightedF1 = matrixMetric({
  id: 'weighted-f1',
  title: 'Weighted F1',
  aliases: ['f1-weighted'],
  better: 'higher',
  range: [0, 1],
  value: weighted(f1s),
})
