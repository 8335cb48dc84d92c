import { z } from 'zod'
import { grouped } from '../../wording/grouped.ts'
import { percent } from '../figure.ts'
import { milliseconds, timeText } from '../series/duration.ts'
import { defineRule } from '../series/rule.ts'

/** Cohorts old enough for their outcome to be known. */
export const labelMaturity = defineRule({
  id: 'label-maturity',
  title: 'Label maturity',
  variant:
    'Cohorts whose bucket ends less than maturity before the last time of the series are neither judged nor learnt from: their outcomes are not yet known. At least one judged cohort must be older',
  claim: 'cohorts old enough to judge',
  usual: ['default-rate'],
  options: z.strictObject({}),
  inferential: false,
  judge(series) {
    const { settings, buckets, from, unscored, first, every } = series
    if (settings.maturity === undefined) return undefined
    const all = Math.max(0, buckets.length - from)
    const ripe = all - unscored.young
    const until = timeText(first + buckets.length * every - milliseconds(settings.maturity))
    const numbers = {
      measured: { value: ripe, unit: 'cohorts', share: all === 0 ? 0 : ripe / all, n: all },
      required: { comparator: '>=' as const, value: 1, unit: 'cohorts' },
    }
    const found = `${grouped(ripe)} of ${grouped(all)}`
    return ripe === 0
      ? {
          ...numbers,
          status: 'inconclusive',
          reason: `Expected cohorts older than ${settings.maturity} to judge but found ${found}`,
          hint: `Judge further back than ${until}, with 'judge' or a longer log`,
        }
      : {
          ...numbers,
          status: 'pass',
          reason: `Expected cohorts older than ${settings.maturity} and found ${found}; ${grouped(unscored.young)} younger ones (${percent(unscored.young / all)}), from about ${until} on, are not counted`,
        }
  },
})
