import { z } from 'zod'
import { grouped } from '../../wording/grouped.ts'
import { percent } from '../figure.ts'
import { defineRule } from '../series/rule.ts'

/** Largest share of the buckets that may have too little traffic to judge them. */
const HALF = 0.5

/** Buckets whose requests are too few for a rate or a quantile of them to say anything. */
export const minimumTraffic = defineRule({
  id: 'minimum-traffic',
  title: 'Minimum traffic',
  variant:
    'Share of the judged buckets with fewer requests than min-traffic, where requests are counted; they are not judged by other rules. More than half are too many',
  claim: 'enough traffic to judge',
  usual: ['error-rate', 'default-rate', 'latency'],
  options: z.strictObject({}),
  inferential: false,
  judge(series) {
    const { unscored, judged, settings } = series
    if (!series.buckets.some(bucket => bucket?.traffic !== undefined)) return undefined
    const n = judged + unscored.thin
    if (n === 0) return undefined
    const share = unscored.thin / n
    const found = `${grouped(unscored.thin)} of ${grouped(n)} buckets with fewer than ${settings['min-traffic']} requests (${percent(share)})`
    const numbers = {
      measured: { value: unscored.thin, unit: 'buckets', share, n },
      required: { comparator: '<=' as const, value: HALF },
    }
    return share > HALF
      ? {
          ...numbers,
          status: 'inconclusive',
          reason: `Expected enough traffic in most buckets but found ${found}`,
          hint: "Lengthen 'every', so that a bucket holds more requests, or lower 'min-traffic'",
        }
      : {
          ...numbers,
          status: 'pass',
          reason: `Expected enough traffic in most buckets and found ${found}, which were not judged`,
        }
  },
})
