import { countMetric } from '../../labels/count-metric.ts'
import { macro, recallOf } from '../../labels/label-counts.ts'

/** Mean over the labels of the share of their true rows that are given them. */
export const macroRecall = countMetric({
  id: 'macro-recall',
  title: 'Macro recall',
  aliases: ['recall-macro'],
  value: macro(recallOf),
})
