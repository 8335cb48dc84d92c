import { notNan } from '../arguments/not-nan.ts'
import { requirePositive } from '../arguments/positive.ts'
import { probability } from '../arguments/probability.ts'
import { incompleteGamma } from './incomplete-gamma.ts'
import { inverseLower, inverseUpper } from './inverse-tails.ts'

/** The regularised lower incomplete gamma function P(a, x). */
export function gammainc(a: number, x: number): number {
  requirePositive({ a })
  return incompleteGamma(a, notNan(x)).lower
}

/** The regularised upper incomplete gamma function Q(a, x). */
export function gammaincc(a: number, x: number): number {
  requirePositive({ a })
  return incompleteGamma(a, notNan(x)).upper
}

/** The x with P(a, x) = p. */
export function gammaincinv(a: number, p: number): number {
  requirePositive({ a })
  if (probability(p) === 0) return 0
  return p === 1 ? Infinity : inverseLower(p, a, x => incompleteGamma(a, x))
}

/** The x with Q(a, x) = q. */
export function gammainccinv(a: number, q: number): number {
  requirePositive({ a })
  if (probability(q) === 1) return 0
  return q === 0 ? Infinity : inverseUpper(q, a, x => incompleteGamma(a, x))
}
