import { notNan } from '../arguments/not-nan.ts'
import { requirePositive } from '../arguments/positive.ts'
import { probability } from '../arguments/probability.ts'
import { incompleteBetaAtOdds } from '../special/incomplete-beta.ts'
import { inverseLower, inverseUpper } from '../special/inverse-tails.ts'
import type { Distribution } from './distribution.ts'

/** Fisher's F distribution with `d1` and `d2` degrees of freedom. */
export function fisherF(d1: number, d2: number): Distribution {
  requirePositive({ d1, d2 })
  const scale = d2 / d1
  const tailsAt = (odds: number) => incompleteBetaAtOdds(d1 / 2, d2 / 2, odds)
  return {
    cdf: x => tailsAt(notNan(x) / scale).lower,
    sf: x => tailsAt(notNan(x) / scale).upper,
    ppf: p => (probability(p) === 0 ? 0 : p === 1 ? Infinity : scale * inverseLower(p, 1 / scale, tailsAt)),
    isf: q => (probability(q) === 1 ? 0 : q === 0 ? Infinity : scale * inverseUpper(q, 1 / scale, tailsAt)),
  }
}
