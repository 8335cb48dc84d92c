import { defineBinaryMetric } from '../../binary-metric.ts'
import type { Evaluation } from '../../evaluation.ts'
import { meanLoss, pairedMeanLoss } from '../../losses/mean-loss.ts'
import { rowLosses } from '../../losses/row-losses.ts'

/** Mean squared distance between the score and the true class, 0 or 1 (Brier 1950). */
export const brier = defineBinaryMetric({
  id: 'brier',
  title: 'Brier score',
  aliases: ['brier-score', 'brier-score-loss', 'brier-loss'],
  better: 'lower',
  range: [0, 1],
  estimate: (model, level) => meanLoss(losses(model), 1, level),
  form: model => ({ kind: 'mean', values: losses(model), bounds: [0, 1] }),
  compare: (challenger, champion, level) => pairedMeanLoss(losses(challenger), losses(champion), 1, level),
})

const losses = (model: Evaluation) =>
  rowLosses(
    model,
    score => (1 - score) ** 2,
    score => score ** 2,
  )
