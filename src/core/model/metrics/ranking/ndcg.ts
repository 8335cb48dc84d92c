import { discountedGain, idealGain } from '../../ranking/discounted-gain.ts'
import { queryMetric } from '../../ranking/query-metric.ts'

/** Discounted gain of the first k results over the most that any order of them would gain; the gain of a result is its relevance. */
export const ndcg = queryMetric({
  id: 'ndcg',
  title: 'NDCG@k',
  aliases: ['ndcg-at-k', 'ndcg-score'],
  value: (query, k) => discountedGain(query, k) / idealGain(query, k),
})
