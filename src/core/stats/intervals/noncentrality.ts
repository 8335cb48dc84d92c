import { outsideEachEnd } from '../arguments/level.ts'
import { chiSquared } from '../distributions/chi-squared.ts'
import { gammainc } from '../special/gammainc.ts'
import { logPoissonTerm } from '../special/log-poisson-term.ts'
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
  if (!(x > 0) || chiSquared(df).cdf(x) <= p) return 0
  const root = positiveRoot(Math.max(1, x - df) / 2, m => {
    const { tail, fall } = lowerTail(df / 2, m, x / 2)
    return { value: Math.log(p) - Math.log(tail), slope: (m * fall) / tail }
  })
  return 2 * root
}

/**
 * The sum that noncentralGamma makes, and how fast it falls as m rises; each term from the last one by its ratio, which is much faster
 * and as good where the tail is not tiny.
 */
function lowerTail(a: number, m: number, y: number): { tail: number; fall: number } {
  const centre = Math.min(m, (Math.sqrt(a * a + 4 * m * y) - a) / 2)
  const reach = 30 + 10 * Math.sqrt(centre)
  const last = Math.ceil(centre + reach)
  const first = Math.max(0, Math.floor(centre - reach))
  let weight = Math.exp(logPoissonTerm(last, m))
  let step = Math.exp(logPoissonTerm(a + last, y))
  let part = gammainc(a + last, y)
  let tail = 0
  let fall = 0
  for (let j = last; j >= first; j--) {
    tail += weight * part
    fall += weight * step
    step *= (a + j) / y
    part += step
    weight *= j / m
  }
  return { tail, fall }
}
