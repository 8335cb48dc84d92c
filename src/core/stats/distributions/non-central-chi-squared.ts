import { notNan } from '../arguments/not-nan.ts'
import { requirePositive } from '../arguments/positive.ts'
import { probability } from '../arguments/probability.ts'
import { inverseLower, inverseUpper } from '../special/inverse-tails.ts'
import { noncentralGamma } from '../special/noncentral-gamma.ts'
import { chiSquared } from './chi-squared.ts'
import type { Distribution } from './distribution.ts'

/**
 * The non-central χ² distribution with `df` degrees of freedom: the sum of squares of as many independent standard normal
 * variables whose means have squares that sum to `nc`.
 */
export function nonCentralChiSquared(df: number, nc: number): Distribution {
  requirePositive({ df })
  if (nc === 0) return chiSquared(df)
  requirePositive({ nc })
  const tailsAt = (y: number) => noncentralGamma(df / 2, nc / 2, y)
  const start = (df + nc) / 2
  return {
    cdf(x) {
      if (notNan(x) <= 0) return 0
      return x === Infinity ? 1 : Math.min(1, tailsAt(x / 2).lower)
    },
    sf(x) {
      if (notNan(x) <= 0) return 1
      return x === Infinity ? 0 : Math.min(1, tailsAt(x / 2).upper)
    },
    ppf(p) {
      if (probability(p) === 0) return 0
      return p === 1 ? Infinity : 2 * inverseLower(p, start, tailsAt)
    },
    isf(q) {
      if (probability(q) === 1) return 0
      return q === 0 ? Infinity : 2 * inverseUpper(q, start, tailsAt)
    },
  }
}
