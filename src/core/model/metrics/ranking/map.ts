import { firstOnes } from '../../first-ones.ts'
import { queryMetric } from '../../ranking/query-metric.ts'

/** Mean of the precisions at the relevant ones of the first k results, over as many as there could be: the relevant ones, at most k. */
export const meanAveragePrecision = queryMetric({
  id: 'map',
  title: 'MAP@k',
  aliases: ['map-at-k', 'mean-average-precision'],
  parameter: firstOnes(k => ({ id: `map-at-${k}`, title: `MAP@${k}` })),
  value({ relevance }, k) {
    let [found, sum, all] = [0, 0, 0]
    for (const [place, one] of relevance.entries()) {
      if (!(one > 0)) continue
      all++
      if (place < k) sum += ++found / (place + 1)
    }
    return sum / Math.min(all, k)
  },
})
