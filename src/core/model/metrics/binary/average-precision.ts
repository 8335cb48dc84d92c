import { averagePrecisionOfSweep } from '../../roc/average-precision-of-sweep.ts'
import { sweepMetric } from '../../sweep-metric.ts'

/** Area under the curve of precision over recall: the precision at every score, each weighing the recall that it adds. */
export const averagePrecision = sweepMetric({
  id: 'average-precision',
  title: 'Average precision',
  aliases: ['pr-auc', 'auprc', 'average-precision-score', 'ap'],
  better: 'higher',
  range: [0, 1],
  value: averagePrecisionOfSweep,
})
