import { outsideEachEnd } from '../arguments/level.ts'
import { nonCentralChiSquared } from '../distributions/non-central-chi-squared.ts'
import { noncentralGamma } from '../special/noncentral-gamma.ts'
import { positiveRoot } from '../special/positive-root.ts'
import type { Interval } from './interval.ts'

/**
 * The two-sided interval of the non-centrality of a χ² variable with `df` degrees of freedom that came out as `x`: what makes
 * the tails at x as large as is left outside each end, 0 where none does (Venables 1975).
 */
export function noncentrality(x: number, df: number, level: number): Interval {
  const outside = outsideEachEnd(level)
  return { lower: solve(x, df, 1 - outside), upper: solve(x, df, outside) }
}

/** The non-centrality at which the distribution function at x is p; it falls as the non-centrality rises. */
function solve(x: number, df: number, p: number): number {
  if (!(x > 0) || nonCentralChiSquared(df, 0).cdf(x) <= p) return 0
  const root = positiveRoot(Math.max(1, x - df) / 2, m => {
    const { logLower } = noncentralGamma(df / 2, m, x / 2)
    // d/dm of the distribution function is minus the density of two more degrees of freedom, which is half the slope by ln x over x / 2.
    const { logDensity } = noncentralGamma(df / 2 + 1, m, x / 2)
    return { value: Math.log(p) - logLower, slope: m * Math.exp(logDensity - Math.log(x / 2) - logLower) }
  })
  return 2 * root
}
