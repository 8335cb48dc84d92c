import { z } from 'zod'
import { quantileRanks } from '../../stats/index.ts'
import { grouped } from '../../wording/grouped.ts'
import { figure, percent } from '../figure.ts'
import { pooled, type QuantileStore, ranked, rankOf } from '../series/quantile-store.ts'
import { defineRule } from '../series/rule.ts'

/** Quantiles of all judged latencies together against those of the baseline. */
export const latencyQuantiles = defineRule({
  id: 'latency-quantiles',
  title: 'Latency quantiles',
  variant:
    'Quantiles of all judged requests’ latencies together against those of the baseline, each between order statistics whose ranks hold it at level 1 − 2 alpha over the number of quantiles, whatever the distribution ' +
    '(David and Nagaraja 2003, 7.1; independent requests). Exact up to 5 000 requests per bucket and a million together, else by DDSketch within 1 % (Masson et al. 2019), which the bounds include. ' +
    'Fails where the lower bound exceeds the baseline’s upper bound by more than the change that matters; passes where the upper bound does not exceed its lower bound by that',
  claim: 'quantiles no higher than in the baseline',
  usual: ['latency'],
  options: z.strictObject({
    quantiles: z
      .array(z.number().gt(0).lt(1))
      .min(1)
      .max(10)
      .default([0.5, 0.95, 0.99])
      .meta({ description: 'Quantiles to compare' }),
  }),
  inferential: true,
  judge(series, { quantiles }, alpha) {
    const { buckets, from, minChange } = series
    const usable = (place: number) => !series.isExcepted(place)
    const of = (places: (place: number) => boolean) =>
      buckets.flatMap((bucket, place): QuantileStore[] =>
        bucket?.values && usable(place) && places(place) ? [bucket.values] : [],
      )
    const [before, now] = [pooled(of(place => place < from)), pooled(of(place => place >= from))]
    if (before.sketch.n === 0 || now.sketch.n === 0) return undefined
    const own = alpha / quantiles.length
    const compared = quantiles.map(q => ({
      q,
      before: bounds(before, q, 1 - 2 * own),
      now: bounds(now, q, 1 - 2 * own),
    }))
    const limitOf = (expected: number | undefined) =>
      expected === undefined
        ? undefined
        : expected + Math.max(expected * minChange, series.settings['min-absolute-change'])
    const judged = compared.map(one => {
      const { before: old, now: found } = one
      const above = limitOf(old.upper)
      const below = limitOf(old.lower)
      const fails = found.lower !== undefined && above !== undefined && found.lower > above
      const passes = found.upper !== undefined && below !== undefined && found.upper <= below
      return { ...one, status: fails ? ('fail' as const) : passes ? ('pass' as const) : ('inconclusive' as const) }
    })
    const worst =
      judged.find(({ status }) => status === 'fail') ??
      judged.find(({ status }) => status === 'inconclusive') ??
      judged.at(-1)
    if (!worst) return undefined
    const { status, q, before: old, now: found } = worst
    const text = `p${figure(q * 100)} of ${figure(found.value)}, between ${bound(found.lower)} and ${bound(found.upper)}, where the baseline has ${figure(old.value)}, between ${bound(old.lower)} and ${bound(old.upper)}`
    return {
      status,
      measured: {
        value: found.value,
        ...(found.lower !== undefined && found.upper !== undefined
          ? { interval: [found.lower, found.upper] as [number, number], level: 1 - 2 * own }
          : {}),
        method: 'latency-quantiles',
        n: now.sketch.n,
      },
      required: { comparator: '<=', value: old.value * (1 + minChange) },
      reason: `Expected latencies at most ${percent(minChange)} above the baseline ${status === 'pass' ? 'and' : 'but'} found a ${text}`,
      ...(status === 'fail'
        ? { hint: 'Look at when it rose, below; if it is here to stay, judge less at the end, so that it is learnt' }
        : status === 'inconclusive'
          ? {
              hint: `The ${grouped(now.sketch.n)} judged requests are too few to tell the ${percent(q)} quantile: judge more of them, or leave the quantile out`,
            }
          : {}),
    }
  },
})

const bound = (value: number | undefined) => (value === undefined ? 'unknown' : figure(value))

function bounds(store: QuantileStore, q: number, level: number) {
  const { n } = store.sketch
  const rank = ranked(store)
  const { lower, upper } = quantileRanks(n, q, level)
  const [low, high] = rank(rankOf(q, n))
  return {
    value: (low + high) / 2,
    lower: lower === undefined ? undefined : rank(lower)[0],
    upper: upper === undefined ? undefined : rank(upper)[1],
  }
}
