import { z } from 'zod'
import { cusum as chart, cusumLimit } from '../../stats/index.ts'
import { episodes } from '../series/episodes.ts'
import { defineRule } from '../series/rule.ts'

/** Small changes that last, by cumulative sums. */
export const cusum = defineRule({
  id: 'cusum',
  title: 'Cumulative sums',
  variant:
    'Tabular CUSUM (Page 1954) of the judged buckets’ distances from their season or rate, each taken without what it has over from the one before (ρ of the baseline), and none counted beyond 4: ' +
    'k = 0.5, and h the larger of 5 and what is exceeded with chance alpha over the buckets judged (Siegmund 1985). Alarms start it anew; one counts where the mean change since its sum left 0 matters',
  claim: 'no slow change',
  usual: ['volume', 'error-rate', 'default-rate', 'latency', 'gauge'],
  options: z.strictObject({
    k: z.number().gt(0).max(3).default(0.5).meta({ description: 'Half the change to be told, in standard deviations' }),
    h: z.number().gt(0).max(100).default(5).meta({ description: 'Least limit, in standard deviations' }),
  }),
  inferential: true,
  judge(series, { k, h }, alpha) {
    const limit = Math.max(h, cusumLimit(Math.max(1, series.judged), alpha / (series.direction === 'both' ? 2 : 1), k))
    const { alarms, highest } = chart(series.innovations, { k, h: limit })
    const height = { both: Math.max(highest.up, highest.down), up: highest.up, down: highest.down }[series.direction]
    return episodes(series, { method: 'cusum', alarms, highest: height, limit })
  },
})
