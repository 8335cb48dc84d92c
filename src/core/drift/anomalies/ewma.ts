import { z } from 'zod'
import { ewma as chart } from '../../stats/index.ts'
import { distanceLimit, episodes } from '../series/episodes.ts'
import { defineRule } from '../series/rule.ts'

/** Small changes that last, by a moving average. */
export const ewma = defineRule({
  id: 'ewma',
  title: 'Exponentially weighted moving average',
  variant:
    'EWMA (Roberts 1959) of the same distances as CUSUM takes: λ = 0.2, and L the larger of 3 and what any of the buckets judged exceeds with chance alpha (Bonferroni). ' +
    'An alarm counts where the mean change since the average crossed 0 matters',
  claim: 'no slow change',
  usual: [],
  options: z.strictObject({
    weight: z.number().gt(0).max(1).default(0.2).meta({ description: 'λ: weight of the newest value' }),
    limit: z
      .number()
      .gt(0)
      .max(30)
      .default(3)
      .meta({ description: 'L: least limit, in standard deviations of the average' }),
  }),
  inferential: true,
  judge(series, { weight, limit: least }, alpha) {
    const limit = Math.max(least, distanceLimit(series, alpha))
    const { statistic, alarms } = chart(series.innovations, { weight, limit })
    const heights = statistic.map((value = 0) => ({ both: Math.abs(value), up: value, down: -value })[series.direction])
    return episodes(series, { method: 'ewma', alarms, highest: heights.reduce((a, b) => Math.max(a, b), 0), limit })
  },
})
