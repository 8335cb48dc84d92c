import { outsideEachEnd } from '../arguments/level.ts'
import { requireSuccesses } from '../arguments/successes.ts'
import { normal } from '../distributions/normal.ts'
import type { Interval } from './interval.ts'

/**
 * Wald's two-sided interval of the difference of two paired proportions, (gained − lost) / n, with half a pair added to
 * each of the four cells (Agresti and Min 2005).
 */
export function agrestiMin(gained: number, lost: number, n: number, level: number): Interval {
  requireSuccesses(gained + lost, n)
  const pairs = n + 2
  const difference = (gained - lost) / pairs
  const reach =
    (normal.isf(outsideEachEnd(level)) * Math.sqrt(gained + lost + 1 - (gained - lost) ** 2 / pairs)) / pairs
  return { lower: Math.max(-1, difference - reach), upper: Math.min(1, difference + reach) }
}
