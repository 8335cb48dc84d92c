import { countMetric } from '../../labels/count-metric.ts'
import { macro, precisionOf } from '../../labels/label-counts.ts'

/** Mean over the labels of the share of their rows that are right; 0 for a label never given. */
export const macroPrecision = countMetric({
  id: 'macro-precision',
  title: 'Macro precision',
  aliases: ['precision-macro'],
  value: macro(precisionOf),
})
