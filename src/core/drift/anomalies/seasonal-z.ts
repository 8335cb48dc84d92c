import { z } from 'zod'
import { normal } from '../../stats/index.ts'
import { distanceLimit } from '../series/episodes.ts'
import { offLimits } from '../series/off-limits.ts'
import { defineRule } from '../series/rule.ts'

/** Each bucket against the season that the ones before it had. */
export const seasonalZ = defineRule({
  id: 'seasonal-z',
  title: 'Seasonal robust z',
  variant:
    'Distance of each bucket from the median of its season, learnt from the buckets before it day by day, ln(1 + x) of volumes and ln x of latencies, ' +
    'in standard deviations: the larger of the MAD and the 95th percentile of the distances left out (each over its normal value), at least 2 % of what is expected, ' +
    'and of volumes at least √λ, and no further off than a count of that mean and spread is by the negative binomial distribution. Student’s t with as many degrees of freedom as independent values would give, told as the normal distance of the same chance. ' +
    'Off where it exceeds 3.5 and what any of the buckets exceeds with chance alpha (Bonferroni), and the change matters',
  claim: 'no bucket off its season',
  usual: ['volume', 'latency', 'gauge', 'error-rate', 'default-rate'],
  options: z.strictObject({
    limit: z
      .number()
      .gt(0)
      .max(30)
      .default(3.5)
      .meta({ description: 'Standard deviations below which nothing is off' }),
  }),
  inferential: true,
  judge(series, { limit }, alpha) {
    if (series.counted) return undefined
    return offLimits(series, {
      method: 'seasonal-z',
      score: place => series.scores[place],
      limit: Math.max(limit, distanceLimit(series, alpha)),
      pValue: normal.sf,
    })
  },
})
