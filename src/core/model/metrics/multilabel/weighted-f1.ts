import { countMetric } from '../../labels/count-metric.ts'
import { f1Of, weighted } from '../../labels/label-counts.ts'

/** Mean over the labels of their F1, each counting as it has rows. */
export const weightedF1 = countMetric({
  id: 'weighted-f1',
  title: 'Weighted F1',
  aliases: ['f1-weighted'],
  value: weighted(f1Of),
})
