import { countMetric } from '../../labels/count-metric.ts'
import { micro, recallOf } from '../../labels/label-counts.ts'

/** Share of the true labels that are given. */
export const microRecall = countMetric({
  id: 'micro-recall',
  title: 'Micro recall',
  aliases: ['recall-micro'],
  value: micro(recallOf),
})
