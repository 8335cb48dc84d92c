import { firstOnes } from '../../first-ones.ts'
import { queryMetric } from '../../ranking/query-metric.ts'

/** Share of the queries that have a relevant result among the first k. */
export const hitRate = queryMetric({
  id: 'hit-rate',
  title: 'Hit rate@k',
  aliases: ['hit-rate-at-k', 'hits-at-k', 'hitrate'],
  parameter: firstOnes(k => ({ id: `hit-rate-at-${k}`, title: `Hit rate@${k}` }), /hits?@(\d+)(?![\w.])/iy),
  value: ({ relevance }, k) => (relevance.subarray(0, k).some(one => one > 0) ? 1 : 0),
})
