import { firstOnes } from '../../first-ones.ts'
import { queryMetric } from '../../ranking/query-metric.ts'

/** Share of the relevant results that are among the first k. */
export const recall = queryMetric({
  id: 'recall',
  title: 'Recall@k',
  aliases: ['recall-at-k'],
  parameter: firstOnes(k => ({ id: `recall-at-${k}`, title: `Recall@${k}` })),
  value: ({ relevance }, k) => relevant(relevance.subarray(0, k)) / relevant(relevance),
})

const relevant = (relevance: Float64Array) => relevance.reduce((count, one) => count + (one > 0 ? 1 : 0), 0)
