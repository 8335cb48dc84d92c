import { z } from 'zod'
import { grouped } from '../../wording/grouped.ts'
import { percent } from '../figure.ts'
import { defineRule } from '../series/rule.ts'
import { runsText } from '../series/wording.ts'

/** Stretches of time of which nothing is known. */
export const missingBuckets = defineRule({
  id: 'missing-buckets',
  title: 'Missing buckets',
  variant:
    'Share of the buckets after the baseline that have no value, of those that are neither too young nor excepted. Where each row is a request, a bucket without rows is one without traffic: it counts as 0 of a volume, and is no gap of it',
  claim: 'no gaps',
  usual: ['volume', 'error-rate', 'default-rate', 'latency', 'gauge'],
  options: z.strictObject({}),
  inferential: false,
  judge(series) {
    const { buckets, from, settings } = series
    const places = buckets.flatMap((_, place) =>
      place >= from && !series.isYoung(place) && !series.isExcepted(place) ? [place] : [],
    )
    if (places.length === 0) return undefined
    const missing = places.filter(place => buckets[place]?.value === undefined)
    const share = missing.length / places.length
    const limit = settings['max-missing']
    const numbers = {
      measured: { value: missing.length, unit: 'buckets', share, n: places.length },
      required: { comparator: '<=' as const, value: limit },
    }
    const found = `${grouped(missing.length)} of ${grouped(places.length)} buckets of ${settings.every} (${percent(share)})`
    return share > limit
      ? {
          ...numbers,
          status: 'inconclusive',
          reason: `Expected at most ${percent(limit)} of the buckets to be missing but found ${found}: ${runsText(series, missing)}`,
          hint: "Find out why nothing was written then, or raise 'max-missing'; a clock that jumped leaves such gaps too",
          flagged: missing,
        }
      : {
          ...numbers,
          status: 'pass',
          reason: `Expected at most ${percent(limit)} of the buckets to be missing and found ${found}`,
        }
  },
})
