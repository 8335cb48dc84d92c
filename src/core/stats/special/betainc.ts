import { notNan } from '../arguments/not-nan.ts'
import { requirePositive } from '../arguments/positive.ts'
import { probability } from '../arguments/probability.ts'
import { incompleteBeta, incompleteBetaAtOdds } from './incomplete-beta.ts'
import { inverseLower, inverseUpper } from './inverse-tails.ts'

/** The regularised incomplete beta function I_x(a, b). */
export function betainc(a: number, b: number, x: number): number {
  requirePositive({ a, b })
  return incompleteBeta(a, b, notNan(x), 1 - x).lower
}

/** Its complement 1 − I_x(a, b). */
export function betaincc(a: number, b: number, x: number): number {
  requirePositive({ a, b })
  return incompleteBeta(a, b, notNan(x), 1 - x).upper
}

/** The x with I_x(a, b) = p. */
export function betaincinv(a: number, b: number, p: number): number {
  requirePositive({ a, b })
  if (probability(p) === 0 || p === 1) return p
  return fromOdds(inverseLower(p, a / b, odds => incompleteBetaAtOdds(a, b, odds)))
}

/** The x with 1 − I_x(a, b) = q. */
export function betainccinv(a: number, b: number, q: number): number {
  requirePositive({ a, b })
  if (probability(q) === 0 || q === 1) return 1 - q
  return fromOdds(inverseUpper(q, a / b, odds => incompleteBetaAtOdds(a, b, odds)))
}

function fromOdds(odds: number): number {
  return odds === Infinity ? 1 : odds / (1 + odds)
}
