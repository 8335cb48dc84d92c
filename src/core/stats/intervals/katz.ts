import { outsideEachEnd } from '../arguments/level.ts'
import { requireSuccesses } from '../arguments/successes.ts'
import { normal } from '../distributions/normal.ts'
import type { Interval } from './interval.ts'

/**
 * The two-sided interval of the ratio of two rates of independent samples, k₁ of n₁ over k₂ of n₂, normal in its logarithm
 * (Katz, Baptista, Azen and Pike 1978). Where a sample has only successes or only failures, half a success and half a
 * failure are added to both, because the logarithm's variance would be infinite or nought; an end that nothing bounds is 0
 * or Infinity.
 */
export function katz(k1: number, n1: number, k2: number, n2: number, level: number): Interval {
  requireSuccesses(k1, n1)
  requireSuccesses(k2, n2)
  const mixed = k1 > 0 && k1 < n1 && k2 > 0 && k2 < n2
  const half = mixed ? 0 : 0.5
  const [a, b] = [k1 + half, k2 + half]
  const [n, m] = [n1 + 2 * half, n2 + 2 * half]
  const centre = Math.log(a) - Math.log(n) - Math.log(b) + Math.log(m)
  const reach = normal.isf(outsideEachEnd(level)) * Math.sqrt(1 / a - 1 / n + 1 / b - 1 / m)
  return { lower: k1 === 0 ? 0 : Math.exp(centre - reach), upper: k2 === 0 ? Infinity : Math.exp(centre + reach) }
}
