import { queryMetric } from '../../ranking/query-metric.ts'

/** Share of the queries that have a relevant result among the first k. */
export const hitRate = queryMetric({
  id: 'hit-rate',
  title: 'Hit rate@k',
  aliases: ['hit-rate-at-k', 'hits-at-k', 'hitrate'],
  value: ({ relevance }, k) => (relevance.subarray(0, k).some(one => one > 0) ? 1 : 0),
})
