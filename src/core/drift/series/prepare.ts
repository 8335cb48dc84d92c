import type { Bucket, Gathered } from './bucket.ts'
import { milliseconds } from './duration.ts'
import { innovation } from './innovation.ts'
import { isRate } from './kinds.ts'
import { lessons } from './lessons.ts'
import type { Prepared, Score } from './prepared.ts'
import { type Counted, rateModel } from './rate-model.ts'
import type { Series } from './settings.ts'
import { valueModel } from './value-model.ts'

const DAY = 86_400_000
/** Times that the model is learnt anew on the way, at most. */
const LESSONS = 32

/** What judges one bucket, learnt from those before it. */
interface Judge {
  readonly profile: string
  readonly correlation: number
  readonly longRun: number
  readonly rate?: Prepared['rate']
  score(bucket: Bucket): Score | undefined
}

/**
 * Lays a series out without gaps and holds every judged bucket against what the buckets before it have taught, day by day; what was far off
 * is not learnt from.
 */
export function prepare(read: Gathered, settings: Series): Prepared {
  const { every } = read
  // Of requests that are counted here, the first and the last bucket may be cut off.
  const gathered =
    settings.kind === 'volume' && read.rowsAreRequests ? { ...read, buckets: read.buckets.slice(1, -1) } : read
  const first = gathered.buckets[0]?.start ?? 0
  const length = gathered.buckets.length === 0 ? 0 : ((gathered.buckets.at(-1)?.start ?? 0) - first) / every + 1
  const buckets: (Bucket | undefined)[] = new Array(length).fill(undefined)
  for (const bucket of gathered.buckets) buckets[(bucket.start - first) / every] = bucket
  if (settings.kind === 'volume' && gathered.rowsAreRequests)
    for (let i = 0; i < length; i++) buckets[i] ??= { start: first + i * every, traffic: 0, value: 0 }

  const ripe =
    gathered.until - (settings.maturity === undefined ? Number.NEGATIVE_INFINITY : milliseconds(settings.maturity))
  const isYoung = (place: number) => settings.maturity !== undefined && first + (place + 1) * every > ripe
  const stretches = settings.except.map(({ from, until }) => [Date.parse(from), Date.parse(until)] as const)
  const isExcepted = (place: number) =>
    stretches.some(([from = 0, until = 0]) => first + (place + 1) * every > from && first + place * every < until)
  const counted = isRate(settings.kind) && gathered.buckets.some(({ events }) => events !== undefined)
  const isThin = ({ traffic }: Bucket) =>
    settings.kind !== 'volume' && traffic !== undefined && traffic < settings['min-traffic']

  const from =
    settings.judge === undefined
      ? Math.min(length, Math.ceil(milliseconds(settings.baseline) / every))
      : Math.max(0, ripeLength() - Math.ceil(milliseconds(settings.judge) / every))
  const lesson = Math.max(1, Math.ceil(DAY / every), Math.ceil((length - from) / LESSONS))
  const scores: (Score | undefined)[] = new Array(length).fill(undefined)
  const innovations: (number | undefined)[] = new Array(length).fill(undefined)
  const unscored = { missing: 0, thin: 0, young: 0, excepted: 0, unlearnt: 0 }
  const learning = lessons()
  const { known } = learning
  let judge: Judge | undefined
  let learnt = 0

  for (let place = 0; place < length; place++) {
    if (place >= from && (place - from) % lesson === 0) judge = known.length === learnt && judge ? judge : learn(known)
    const bucket = buckets[place]
    const score = scoreOf(place, bucket)
    const fresh = score && innovation(score.z, scores[place - 1]?.z, judge?.correlation ?? 0) / (judge?.longRun ?? 1)
    scores[place] = score
    innovations[place] = fresh
    if (bucket?.value !== undefined && !isYoung(place) && !isExcepted(place) && !isThin(bucket))
      learning.add(bucket, score && { z: score.z, innovation: fresh ?? 0 })
  }
  return {
    settings,
    every,
    first,
    buckets,
    from,
    scores,
    innovations,
    correlation: judge?.correlation ?? 0,
    unscored,
    judged: scores.filter(score => score !== undefined).length,
    rowsAreRequests: gathered.rowsAreRequests,
    profile: judge?.profile ?? '',
    counted,
    ...(judge?.rate ? { rate: judge.rate } : {}),
    direction: settings.direction ?? (isRate(settings.kind) || settings.kind === 'latency' ? 'up' : 'both'),
    minChange: settings['min-change'] ?? (isRate(settings.kind) ? 0.25 : 0.1),
    isYoung,
    isExcepted,
  }

  /** Places up to the last one that is not young: what is judged at the end is counted back from there. */
  function ripeLength(): number {
    let end = length
    while (end > 0 && isYoung(end - 1)) end--
    return end
  }

  function scoreOf(place: number, bucket: Bucket | undefined): Score | undefined {
    if (place < from) return undefined
    if (isExcepted(place)) unscored.excepted++
    else if (isYoung(place)) unscored.young++
    else if (bucket?.value === undefined) unscored.missing++
    else if (isThin(bucket)) unscored.thin++
    else {
      const score = judge?.score(bucket)
      if (!score) unscored.unlearnt++
      return score
    }
    return undefined
  }

  function learn(from: readonly Bucket[]): Judge | undefined {
    learnt = from.length
    if (counted) {
      const model = rateModel(from.map(countedOf))
      return (
        model && {
          profile: 'one rate',
          correlation: 0,
          longRun: 1,
          rate: model,
          score: bucket => model.score(countedOf(bucket)),
        }
      )
    }
    const model = valueModel(
      from.map(({ start, value = 0 }) => ({ time: start, value })),
      settings,
      every,
    )
    return model && { ...model, score: ({ start, value = 0 }) => model.score(start, value) }
  }
}

const countedOf = ({ events = 0, traffic = 0 }: Bucket): Counted => ({
  events: Math.round(events),
  trials: Math.round(traffic),
})
