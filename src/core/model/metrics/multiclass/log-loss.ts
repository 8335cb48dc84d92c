import type { MulticlassEvaluation } from '../../classes/multiclass-evaluation.ts'
import { unset } from '../../estimators/gap.ts'
import { meanMetric } from '../../estimators/mean-metric.ts'

/** The loss of one row cannot exceed this: probabilities are clipped at the double's epsilon, as scikit-learn does. */
const GREATEST = -Math.log(Number.EPSILON)

/** Mean of −ln of the probability given to the true class, in nats. */
export const logLoss = meanMetric<MulticlassEvaluation>({
  id: 'log-loss',
  title: 'Log loss',
  aliases: ['logloss', 'cross-entropy', 'neg-log-likelihood'],
  better: 'lower',
  range: [0, GREATEST],
  rows({ truth, probabilities }) {
    if (!probabilities) return unset('probabilities')
    return Float64Array.from(truth, (own, row) => {
      const probability = probabilities[own]?.[row] ?? Number.NaN
      return -Math.log(Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON))
    })
  },
})
