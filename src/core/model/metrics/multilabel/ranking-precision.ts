import { rowMetric } from '../../labels/row-metric.ts'

/** Mean over the true labels of a row of the share of true ones among those at least as probable; 1 for a row of which all labels or none are true. */
export const rankingPrecision = rowMetric({
  id: 'ranking-precision',
  title: 'Label ranking average precision',
  aliases: ['lrap', 'label-ranking-average-precision'],
  better: 'higher',
  range: [0, 1],
  value({ truth, probabilities }) {
    const own = Array.from(probabilities).filter((_, label) => truth[label] === 1)
    if (own.length === 0 || own.length === truth.length) return 1
    const atLeast = (all: readonly number[], bound: number) => all.filter(value => value >= bound).length
    const shares = own.map(bound => atLeast(own, bound) / atLeast(Array.from(probabilities), bound))
    return shares.reduce((sum, share) => sum + share, 0) / own.length
  },
})
