import { defineBinaryMetric } from '../../binary-metric.ts'
import type { Evaluation } from '../../evaluation.ts'
import { meanLoss, pairedMeanLoss } from '../../losses/mean-loss.ts'
import { rowLosses } from '../../losses/row-losses.ts'

/** The loss of one row cannot exceed this: probabilities are clipped at the double's epsilon, as scikit-learn does. */
const GREATEST = -Math.log(Number.EPSILON)

/** Mean of −ln of the probability given to the true class, in nats. */
export const logLoss = defineBinaryMetric({
  id: 'log-loss',
  title: 'Log loss',
  aliases: ['logloss', 'cross-entropy', 'neg-log-likelihood'],
  better: 'lower',
  range: [0, GREATEST],
  estimate: (model, level) => meanLoss(losses(model), GREATEST, level),
  form: model => ({ kind: 'mean', values: losses(model), bounds: [0, GREATEST] }),
  compare: (challenger, champion, level) => pairedMeanLoss(losses(challenger), losses(champion), GREATEST, level),
})

const losses = (model: Evaluation) => rowLosses(model, surprise, score => surprise(1 - score))

const surprise = (probability: number) => -Math.log(Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON))
