import type { MulticlassEvaluation } from '../../classes/multiclass-evaluation.ts'
import { classCostsOf } from '../../costs/class-costs-of.ts'
import { isGap } from '../../estimators/gap.ts'
import { meanCost } from '../../losses/mean-cost.ts'
import { pairedMeanLoss } from '../../losses/mean-loss.ts'
import type { Metric } from '../../metric.ts'

/** Mean of what the rows cost, by the true class and the predicted one. */
export const expectedCost: Metric<MulticlassEvaluation> = {
  id: 'expected-cost',
  title: 'Expected cost',
  aliases: ['cost', 'mean-cost'],
  better: 'lower',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  estimate(model, level) {
    const costs = classCostsOf(model)
    return isGap(costs) ? { value: null, n: 0, ...costs } : meanCost(costs, level)
  },
  compare(challenger, champion, level) {
    const [own, its] = [classCostsOf(challenger), classCostsOf(champion)]
    if (isGap(own)) return { value: null, n: 0, ...own }
    if (isGap(its)) return { value: null, n: 0, ...its }
    return pairedMeanLoss(own.values, its.values, own.bounds[1] - own.bounds[0], level)
  },
  form(model) {
    const costs = classCostsOf(model)
    return isGap(costs) ? costs : { kind: 'mean', ...costs }
  },
}
