import { outsideEachEnd } from '../arguments/level.ts'
import { requireSuccesses } from '../arguments/successes.ts'
import { beta } from '../distributions/beta.ts'
import type { Interval } from './interval.ts'

/**
 * The exact two-sided interval of a proportion, k successes in n trials (Clopper and Pearson 1934).
 *
 * Each end alone is a one-sided bound of level (1 + level) / 2: ask for 0.9 to get one-sided bounds of 95 %.
 */
export function clopperPearson(k: number, n: number, level: number): Interval {
  requireSuccesses(k, n)
  const outside = outsideEachEnd(level)
  return {
    lower: k === 0 ? 0 : beta(k, n - k + 1).ppf(outside),
    upper: k === n ? 1 : beta(k + 1, n - k).isf(outside),
  }
}
