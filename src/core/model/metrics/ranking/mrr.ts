import { firstOnes } from '../../first-ones.ts'
import { queryMetric } from '../../ranking/query-metric.ts'
import type { RankingEvaluation } from '../../ranking/ranking-evaluation.ts'

/** One over the place of the first relevant result; of a claim's k, 0 where none is among the first k. */
export const mrr = queryMetric({
  id: 'mrr',
  title: 'MRR',
  aliases: ['mean-reciprocal-rank'],
  parameter: {
    ...firstOnes<RankingEvaluation>(k => ({ id: `mrr-at-${k}`, title: `MRR@${k}` })),
    with: (model, k) => ({
      ...model,
      queries: model.queries.map(({ scores, relevance }) => ({
        scores: scores.subarray(0, k),
        relevance: relevance.subarray(0, k),
      })),
    }),
  },
  value({ relevance }) {
    const place = relevance.findIndex(one => one > 0)
    return place === -1 ? 0 : 1 / (place + 1)
  },
})
