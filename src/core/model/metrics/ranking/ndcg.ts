import { firstOnes } from '../../first-ones.ts'
import { discountedGain, idealGain } from '../../ranking/discounted-gain.ts'
import { queryMetric } from '../../ranking/query-metric.ts'

/** Discounted gain of the first k results over the most that any order of them would gain; the gain of a result is its relevance. */
export const ndcg = queryMetric({
  id: 'ndcg',
  title: 'NDCG@k',
  aliases: ['ndcg-at-k', 'ndcg-score'],
  parameter: firstOnes(k => ({ id: `ndcg-at-${k}`, title: `NDCG@${k}` })),
  value: (query, k) => discountedGain(query, k) / idealGain(query, k),
})
