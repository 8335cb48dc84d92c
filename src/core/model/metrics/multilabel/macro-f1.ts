import { countMetric } from '../../labels/count-metric.ts'
import { f1Of, macro } from '../../labels/label-counts.ts'

/** Mean over the labels of their F1. */
export const macroF1 = countMetric({
  id: 'macro-f1',
  title: 'Macro F1',
  aliases: ['f1-macro'],
  value: macro(f1Of),
})
