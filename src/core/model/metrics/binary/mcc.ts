import { matthews } from '../../classes/matthews.ts'
import { twoClassMatrix } from '../../classes/two-class-matrix.ts'
import { confusionMetric } from '../../confusion-metric.ts'

/** Matthews' correlation of the true and the predicted classes. */
export const mcc = confusionMetric({
  id: 'mcc',
  title: 'MCC',
  aliases: ['matthews', 'matthews-corrcoef', 'matthews-correlation', 'phi'],
  better: 'higher',
  range: [-1, 1],
  value: confusion => matthews(twoClassMatrix(confusion)),
})
