import { weighted } from '../../classes/averages.ts'
import { recalls } from '../../classes/class-scores.ts'
import { matrixMetric } from '../../classes/matrix-metric.ts'

/** Mean of the recalls of the classes, each counting as it has rows: the same as the accuracy. */
export const weightedRecall = matrixMetric({
  id: 'weighted-recall',
  title: 'Weighted recall',
  aliases: ['recall-weighted'],
  better: 'higher',
  range: [0, 1],
  value: weighted(recalls),
})
