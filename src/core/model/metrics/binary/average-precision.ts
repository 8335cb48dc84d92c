import { sweep } from '../../roc/sweep.ts'
import { sweepMetric } from '../../sweep-metric.ts'

/** Area under the curve of precision over recall: the precision at every score, each weighing the recall that it adds. */
export const averagePrecision = sweepMetric({
  id: 'average-precision',
  title: 'Average precision',
  aliases: ['pr-auc', 'auprc', 'average-precision-score', 'ap'],
  better: 'higher',
  range: [0, 1],
  value(rows, weights) {
    let [area, before] = [0, 0]
    sweep(rows, weights, (positives, negatives) => {
      if (positives > before) area += ((positives - before) * positives) / (positives + negatives)
      before = positives
    })
    return area / before
  },
})
