import { countMetric } from '../../labels/count-metric.ts'
import { f1Of, micro } from '../../labels/label-counts.ts'

/** Harmonic mean of precision and recall over all labels of all rows. */
export const microF1 = countMetric({
  id: 'micro-f1',
  title: 'Micro F1',
  aliases: ['f1-micro'],
  value: micro(f1Of),
})
