import { matters, sides } from './harm.ts'
import type { Prepared, Score } from './prepared.ts'
import type { Finding } from './rule.ts'
import { at, runsText, share, valueText } from './wording.ts'

/** A distance per judged place, and how the values at it are reached. */
export interface Distances {
  readonly method: string
  readonly score: (place: number) => Score | undefined
  /** Distance beyond which a bucket is off. */
  readonly limit: number
  /** Chance of a distance as large in one bucket, where nothing has changed. */
  readonly pValue: (z: number) => number
}

/**
 * Buckets further from what was expected than a limit, and far enough to matter. Of a value known only between two bounds both must be
 * off; where only one is, and what is told lies off, nobody can tell.
 */
export function offLimits(series: Prepared, { method, score, limit, pValue }: Distances): Finding | undefined {
  const off: number[] = []
  const unsure: number[] = []
  let worst: { place: number; z: number; value: number; score: Score } | undefined
  let judged = 0
  for (const [place, bucket] of series.buckets.entries()) {
    const own = score(place)
    if (!own || bucket?.value === undefined) continue
    judged++
    const { value, error = [value, value] } = bucket
    const isOff = (x: number) => Math.abs(own.zOf(x)) > limit && matters(series, x, own.expected)
    const z = own.z * (matters(series, value, own.expected) ? 1 : 1e-3)
    if (!worst || Math.abs(z) > Math.abs(worst.z)) worst = { place, z, value, score: own }
    if (!isOff(value)) continue
    if (error.every(isOff)) off.push(place)
    else unsure.push(place)
  }
  if (!worst) return undefined
  const { place, value } = worst
  const p = pValue(Math.abs(worst.score.z))
  const band = [worst.score.at(-limit), worst.score.at(limit)] as const
  const expected = `Expected ${valueText(series, worst.score.expected)} at ${at(series, place)}`
  const found = `found ${valueText(series, value)}`
  const error = series.buckets[place]?.error
  const known = {
    measured: {
      value,
      ...(error?.every(Number.isFinite) ? { interval: [...error] as [number, number] } : {}),
      method,
      n: judged,
      pValue: p,
      adjustedPValue: Math.min(1, p * judged * sides(series)),
    },
    required: { comparator: 'between' as const, value: [...band] },
  }
  if (off.length > 0)
    return {
      ...known,
      status: 'fail',
      reason: `${expected} but ${found}, ${Math.abs(worst.score.z).toFixed(1)} standard deviations off; ${share(series, off.length)} off: ${runsText(series, off)}`,
      hint: "Look at what happened then; if it was planned, name the stretch under 'except'",
      flagged: off,
    }
  if (unsure.length > 0)
    return {
      ...known,
      status: 'inconclusive',
      reason: `${expected} but ${found}, known only to lie between bounds of which one is within the limit, in ${share(series, unsure.length)}: ${runsText(series, unsure)}`,
      hint: 'Put a boundary of the histogram near the limit, so that it can be told',
      flagged: unsure,
    }
  return {
    ...known,
    status: 'pass',
    reason: `${expected} and ${found}${error ? ` (known to lie between ${valueText(series, error[0])} and ${valueText(series, error[1])})` : ''}, the furthest off of ${share(series, judged)} and within the limit`,
  }
}
