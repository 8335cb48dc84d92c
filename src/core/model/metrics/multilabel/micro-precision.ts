import { countMetric } from '../../labels/count-metric.ts'
import { micro, precisionOf } from '../../labels/label-counts.ts'

/** Share of the labels given that are right. */
export const microPrecision = countMetric({
  id: 'micro-precision',
  title: 'Micro precision',
  aliases: ['precision-micro'],
  value: micro(precisionOf),
})
