import { macro } from '../../classes/averages.ts'
import { f1s } from '../../classes/class-scores.ts'
import { matrixMetric } from '../../classes/matrix-metric.ts'

/** Mean over the classes of the harmonic mean of precision and recall. */
export const macroF1 = matrixMetric({
  id: 'macro-f1',
  title: 'Macro F1',
  aliases: ['f1-macro', 'macro-f1-score'],
  better: 'higher',
  range: [0, 1],
  value: macro(f1s),
})
