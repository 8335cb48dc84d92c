import { z } from 'zod'
import { normal, pageHinkley as test } from '../../stats/index.ts'
import { episodes } from '../series/episodes.ts'
import { defineRule } from '../series/rule.ts'

/** Small changes that last, against the mean so far. */
export const pageHinkley = defineRule({
  id: 'page-hinkley',
  title: 'Page–Hinkley test',
  variant:
    'Page–Hinkley (Page 1954, Hinkley 1971) of the same distances as CUSUM takes, against their mean so far: δ = 0.005, and λ, unless given, what the reflected random walk of the buckets judged exceeds with ' +
    'chance alpha: √n Φ⁻¹(1 − α / 4) per side, by the reflection principle. An alarm counts where the mean change since the minimum matters',
  claim: 'no change of the mean',
  usual: [],
  options: z.strictObject({
    delta: z
      .number()
      .min(0)
      .max(3)
      .default(0.005)
      .meta({ description: 'δ: change that is let pass, in standard deviations' }),
    lambda: z.number().gt(0).max(10_000).optional().meta({ description: 'λ: limit, in standard deviations' }),
  }),
  inferential: true,
  judge(series, { delta, lambda }, alpha) {
    const own = alpha / (series.direction === 'both' ? 2 : 1)
    const limit = lambda ?? Math.sqrt(Math.max(1, series.judged)) * normal.isf(own / 4)
    const { alarms, highest } = test(series.innovations, { delta, limit })
    const height = { both: Math.max(highest.up, highest.down), up: highest.up, down: highest.down }[series.direction]
    return episodes(series, { method: 'page-hinkley', alarms, highest: height, limit })
  },
})
