import { outsideEachEnd } from '../arguments/level.ts'
import { requireSuccesses } from '../arguments/successes.ts'
import { normal } from '../distributions/normal.ts'
import type { Interval } from './interval.ts'

/** The two-sided score interval of a proportion, k successes in n trials (Wilson 1927), without continuity correction. */
export function wilson(k: number, n: number, level: number): Interval {
  requireSuccesses(k, n)
  const z = normal.isf(outsideEachEnd(level))
  const centre = k + (z * z) / 2
  const margin = z * Math.sqrt((k * (n - k)) / n + (z * z) / 4)
  return {
    lower: k === 0 ? 0 : Math.max(0, (centre - margin) / (n + z * z)),
    upper: k === n ? 1 : Math.min(1, (centre + margin) / (n + z * z)),
  }
}
