import type { Interval } from './interval.ts'
import { wilson } from './wilson.ts'

/**
 * The two-sided hybrid score interval of p₁ − p₂ for two independent samples, k₁ of n₁ and k₂ of n₂.
 *
 * Source: R. G. Newcombe, Interval estimation for the difference between independent proportions (1998), method 10.
 */
export function newcombe(k1: number, n1: number, k2: number, n2: number, level: number): Interval {
  const first = wilson(k1, n1, level)
  const second = wilson(k2, n2, level)
  const p1 = k1 / n1
  const p2 = k2 / n2
  return {
    lower: p1 - p2 - Math.hypot(p1 - first.lower, second.upper - p2),
    upper: p1 - p2 + Math.hypot(first.upper - p1, p2 - second.lower),
  }
}
