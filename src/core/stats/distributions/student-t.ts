import { notNan } from '../arguments/not-nan.ts'
import { requirePositive } from '../arguments/positive.ts'
import { probability } from '../arguments/probability.ts'
import { incompleteBetaAtOdds } from '../special/incomplete-beta.ts'
import { inverseUpper } from '../special/inverse-tails.ts'
import { lgamma } from '../special/log-gamma.ts'
import type { Distribution } from './distribution.ts'

/** Beyond this t / √df, whose square soon overflows, only the leading term of the tail counts. */
const FAR = 1e100

/** Student's t distribution with `df` degrees of freedom. */
export function studentT(df: number): Distribution {
  requirePositive({ df })
  const scale = Math.sqrt(df)
  // t² / df has the beta prime distribution (½, df/2)
  const tailsAt = (odds: number) => incompleteBetaAtOdds(0.5, df / 2, odds)
  const logLead = () => lgamma((df + 1) / 2) - lgamma(df / 2) - Math.log(Math.PI) / 2 - Math.log(df)
  const tail = (t: number) =>
    t / scale > FAR ? Math.exp(logLead() - df * (Math.log(t) - Math.log(scale))) : tailsAt((t / scale) ** 2).upper / 2
  const sf = (t: number) => (t >= 0 ? tail(t) : 1 - tail(-t))
  const upperRatio = (q: number) => {
    const ratio = Math.sqrt(inverseUpper(2 * q, 1 / df, tailsAt))
    return ratio > FAR ? Math.exp((logLead() - Math.log(q)) / df) : ratio
  }
  const isf = (q: number): number => {
    if (q === 0.5) return 0
    if (q > 0.5) return -isf(1 - q)
    return q === 0 ? Infinity : scale * upperRatio(q)
  }
  return {
    cdf: t => sf(-notNan(t)),
    sf: t => sf(notNan(t)),
    ppf: p => -isf(probability(p)),
    isf: q => isf(probability(q)),
  }
}
