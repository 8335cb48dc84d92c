import { macro } from '../../classes/averages.ts'
import { precisions } from '../../classes/class-scores.ts'
import { matrixMetric } from '../../classes/matrix-metric.ts'

/** Mean over the classes of the share of their predictions that are right; 0 for a class never predicted. */
export const macroPrecision = matrixMetric({
  id: 'macro-precision',
  title: 'Macro precision',
  aliases: ['precision-macro'],
  better: 'higher',
  range: [0, 1],
  value: macro(precisions),
})
