import { matrixMetric } from '../../classes/matrix-metric.ts'
import { matthews } from '../../classes/matthews.ts'

/** Matthews' correlation of the true and the predicted classes. */
export const mcc = matrixMetric({
  id: 'mcc',
  title: 'MCC',
  aliases: ['matthews', 'matthews-corrcoef', 'matthews-correlation'],
  better: 'higher',
  range: [-1, 1],
  value: matthews,
})
