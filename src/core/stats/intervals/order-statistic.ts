import { outsideEachEnd } from '../arguments/level.ts'
import { binomial } from '../distributions/binomial.ts'

/**
 * Ranks (from 1) of the order statistics between which the q-quantile of n independent values lies with at least `level`, whatever their
 * distribution; each end alone errs with chance (1 − level) / 2 at most. Undefined where n is too small for such a rank.
 *
 * Source: David and Nagaraja, Order Statistics (2003), 7.1: P(X₍ₗ₎ ≤ ξ) ≥ P(B ≥ l), with B binomial (n, q).
 */
export function orderStatisticRanks(n: number, q: number, level: number): { lower?: number; upper?: number } {
  const outside = outsideEachEnd(level)
  if (n < 1) return {}
  const counts = binomial(n, q)
  // The largest l with P(B ≤ l − 1) ≤ outside; the smallest u with P(B ≥ u) ≤ outside.
  const l = counts.ppf(outside)
  const lower = counts.cdf(l) <= outside ? l + 1 : l
  const upper = counts.isf(outside) + 1
  return { ...(lower >= 1 ? { lower } : {}), ...(upper <= n ? { upper } : {}) }
}
