import { rowMetric } from '../../labels/row-metric.ts'

/** Share of the pairs of a true and an untrue label of a row of which the untrue one is at least as probable; 0 where there are none. */
export const rankingLoss = rowMetric({
  id: 'ranking-loss',
  title: 'Label ranking loss',
  aliases: ['label-ranking-loss'],
  better: 'lower',
  range: [0, 1],
  value({ truth, probabilities }) {
    const all = Array.from(probabilities)
    const own = all.filter((_, label) => truth[label] === 1)
    const others = all.filter((_, label) => truth[label] !== 1)
    if (own.length === 0 || others.length === 0) return 0
    const wrong = own.reduce((sum, bound) => sum + others.filter(value => value >= bound).length, 0)
    return wrong / (own.length * others.length)
  },
})
