import { macro } from '../../classes/averages.ts'
import { recalls } from '../../classes/class-scores.ts'
import { matrixMetric } from '../../classes/matrix-metric.ts'

/** Mean over the classes of the share of their rows that were predicted right. */
export const macroRecall = matrixMetric({
  id: 'macro-recall',
  title: 'Macro recall',
  aliases: ['recall-macro', 'balanced-accuracy'],
  better: 'higher',
  range: [0, 1],
  value: macro(recalls),
})
