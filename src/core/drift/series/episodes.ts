import type { Alarm } from '../../stats/index.ts'
import { normal } from '../../stats/index.ts'
import { figure, percent } from '../figure.ts'
import { goesWrong } from './harm.ts'
import type { Prepared } from './prepared.ts'
import type { Finding } from './rule.ts'
import { at, runsText, share } from './wording.ts'

export interface Chart {
  readonly method: string
  readonly alarms: readonly Alarm[]
  /** Highest value of the statistic on the harmful sides. */
  readonly highest: number
  readonly limit: number
}

/** What a control chart has found: alarms on a harmful side, over a stretch whose mean is far enough from what was expected. */
export function episodes(series: Prepared, { method, alarms, highest, limit }: Chart): Finding | undefined {
  const { judged } = series
  if (judged === 0) return undefined
  const harmful = alarms
    .filter(({ side }) => goesWrong(series, side))
    .map(alarm => ({ ...alarm, since: beginOf(series, alarm) }))
    .map(alarm => ({ ...alarm, change: meanChange(series, alarm.since, alarm.at) }))
    .filter(({ change }) => goesWrong(series, change) && Math.abs(change) >= series.minChange)
  const known = {
    measured: { value: highest, unit: 'standard deviations', method, n: judged },
    required: { comparator: '<=' as const, value: limit, unit: 'standard deviations' },
  }
  const worst = harmful.reduce<(typeof harmful)[number] | undefined>(
    (a, b) => (a && Math.abs(a.change) >= Math.abs(b.change) ? a : b),
    undefined,
  )
  const first = harmful[0]
  if (!worst || !first) {
    const more = alarms.length > 0 ? ', beyond it only by changes that are too small to matter' : ''
    return {
      ...known,
      status: 'pass',
      reason: `Expected no slow change and found ${figure(highest)} of the ${figure(limit)} standard deviations that would tell one, in ${share(series, judged)}${more}`,
    }
  }
  const places = [
    ...new Set(harmful.flatMap(({ since, at: end }) => Array.from({ length: end - since + 1 }, (_, i) => since + i))),
  ]
  return {
    ...known,
    status: 'fail',
    reason: `Expected no slow change but found one, told at ${at(series, first.at)} and begun about ${at(series, first.since)}, at most ${percent(worst.change)} from what was expected: ${runsText(series, places)}`,
    hint: "Look at what changed then; if it is here to stay, shorten what is judged with 'judge', so that it is learnt",
    flagged: places.filter(place => series.scores[place] !== undefined),
  }
}

/** The likeliest begin of a change that a chart has told: where the sum up to the alarm is largest for its length. */
function beginOf({ innovations }: Prepared, { since, at: end, side }: Alarm): number {
  let [sum, n, best, begin] = [0, 0, Number.NEGATIVE_INFINITY, since]
  for (let place = end; place >= since; place--) {
    const value = innovations[place]
    if (value === undefined) continue
    sum += side * value
    n++
    if (sum / Math.sqrt(n) <= best) continue
    best = sum / Math.sqrt(n)
    begin = place
  }
  return begin
}

/** Mean change from what was expected over a stretch, as a share of it. */
function meanChange({ scores, buckets, counted }: Prepared, from: number, to: number): number {
  let [found, expected] = [0, 0]
  for (let place = from; place <= to; place++) {
    const score = scores[place]
    const bucket = buckets[place]
    if (!score || bucket?.value === undefined) continue
    const weight = counted ? (bucket.traffic ?? 0) : 1
    found += bucket.value * weight
    expected += score.expected * weight
  }
  return expected === 0 ? (found === 0 ? 0 : 1) : found / expected - 1
}

/** Limit of a normal distance that any of so many exceed with chance alpha at most. */
export const distanceLimit = (series: Prepared, alpha: number): number =>
  normal.isf(alpha / Math.max(1, series.judged * (series.direction === 'both' ? 2 : 1)))
