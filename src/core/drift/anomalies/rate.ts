import { z } from 'zod'
import { clopperPearson, normal } from '../../stats/index.ts'
import { grouped } from '../../wording/grouped.ts'
import { pValueWords } from '../../wording/p-value.ts'
import { percent } from '../figure.ts'
import { matters } from '../series/harm.ts'
import { defineRule } from '../series/rule.ts'
import { at, runsText, share } from '../series/wording.ts'

/** Events among the requests of each bucket against the rate that the buckets before it had. */
export const rate = defineRule({
  id: 'rate',
  title: 'Exact rate per bucket',
  variant:
    'Tail of the beta-binomial distribution at the events of each bucket: mean and over-dispersion (Williams’ moments, 1982) of the buckets before it, learnt day by day, those that ' +
    'are incidents themselves (a tail below 1e-9) left out, and the uncertainty of the rate by Jeffreys’ prior; where the baseline’s own tails are heavier (its 95th or 99th percentile), distances are divided by as much. Off where the tail times the buckets judged is at most alpha (Bonferroni), and the change matters. ' +
    'Interval of a bucket’s rate: Clopper and Pearson (1934)',
  claim: 'no bucket with an unusual rate',
  usual: ['error-rate', 'default-rate'],
  options: z.strictObject({}),
  inferential: true,
  judge(series, _, alpha) {
    if (!series.counted) return undefined
    const sides = series.direction === 'both' ? 2 : 1
    const tested = series.buckets.flatMap((bucket, place) => {
      const score = series.scores[place]
      const { tails } = score ?? {}
      if (!score || !tails || bucket?.value === undefined) return []
      const pValue =
        series.direction === 'up'
          ? tails.upper
          : series.direction === 'down'
            ? tails.lower
            : Math.min(1, 2 * Math.min(tails.upper, tails.lower))
      return [
        { place, bucket, value: bucket.value, score, pValue, matters: matters(series, bucket.value, score.expected) },
      ]
    })
    const off = tested.filter(one => one.matters && one.pValue * tested.length <= alpha)
    const worst = tested.reduce<(typeof tested)[number] | undefined>(
      (a, b) => (a && a.pValue <= b.pValue ? a : b),
      undefined,
    )
    if (!worst) return undefined
    const { place, bucket, value, score, pValue } = worst
    const [events, n] = [Math.round(bucket.events ?? 0), Math.round(bucket.traffic ?? 0)]
    const interval = clopperPearson(events, n, 1 - 2 * alpha)
    const limit =
      series.direction === 'down'
        ? score.at(-zOf(alpha, tested.length * sides))
        : score.at(zOf(alpha, tested.length * sides))
    const known = {
      measured: {
        value,
        unit: 'of requests',
        interval: [interval.lower, interval.upper] as [number, number],
        level: 1 - 2 * alpha,
        method: 'rate',
        n,
        pValue,
        adjustedPValue: Math.min(1, pValue * tested.length),
      },
      required: { comparator: series.direction === 'down' ? ('>=' as const) : ('<=' as const), value: limit },
    }
    const expected = `Expected a rate of about ${percent(score.expected)} at ${at(series, place)}`
    const found = `found ${percent(value)} (${grouped(events)} of ${grouped(n)})`
    return off.length > 0
      ? {
          ...known,
          status: 'fail',
          reason: `${expected} but ${found}, adjusted ${pValueWords(known.measured.adjustedPValue)}; ${share(series, off.length)} off: ${runsText(
            series,
            off.map(one => one.place),
          )}`,
          hint: "Look at what happened then; if it was planned, name the stretch under 'except'",
          flagged: off.map(one => one.place),
        }
      : {
          ...known,
          status: 'pass',
          reason: `${expected} and ${found}, the least likely of ${share(series, tested.length)} and no more than chance has it`,
        }
  },
})

const zOf = (alpha: number, tests: number) => normal.isf(alpha / tests)
