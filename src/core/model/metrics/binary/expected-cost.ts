import { defineBinaryMetric } from '../../binary-metric.ts'
import { unset } from '../../estimators/gap.ts'
import { meanCost } from '../../losses/mean-cost.ts'
import { pairedMeanLoss } from '../../losses/mean-loss.ts'
import { rowCosts } from '../../losses/row-costs.ts'

/** Mean of what the rows cost, by the costs of the settings. */
export const expectedCost = defineBinaryMetric({
  id: 'expected-cost',
  title: 'Expected cost',
  aliases: ['cost', 'mean-cost'],
  better: 'lower',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  estimate(model, level) {
    const costs = rowCosts(model)
    if (!costs) return { value: null, n: 0, ...unset('costs') }
    return meanCost(costs, level)
  },
  compare(challenger, champion, level) {
    const [own, its] = [rowCosts(challenger), rowCosts(champion)]
    if (!own || !its) return { value: null, n: 0, ...unset('costs') }
    return pairedMeanLoss(own.values, its.values, own.bounds[1] - own.bounds[0], level)
  },
  form(model) {
    const costs = rowCosts(model)
    return costs ? { kind: 'mean', ...costs } : unset('costs')
  },
})
