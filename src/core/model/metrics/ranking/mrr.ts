import { queryMetric } from '../../ranking/query-metric.ts'

/** One over the place of the first relevant result. */
export const mrr = queryMetric({
  id: 'mrr',
  title: 'MRR',
  aliases: ['mean-reciprocal-rank'],
  value: ({ relevance }) => 1 / (relevance.findIndex(one => one > 0) + 1),
})
