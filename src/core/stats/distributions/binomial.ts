import { count } from '../arguments/count.ts'
import { notNan } from '../arguments/not-nan.ts'
import { probability } from '../arguments/probability.ts'
import { incompleteBeta } from '../special/incomplete-beta.ts'
import { logBinomialTerm } from '../special/log-binomial-term.ts'
import type { Distribution } from './distribution.ts'
import { smallestWhole } from './smallest-whole.ts'

/** The binomial distribution of the successes in `n` trials with probability `p`; `pmf(k)` is P(X = k). */
export function binomial(n: number, p: number): Distribution & { pmf: (k: number) => number } {
  count(n, 'the number of trials n')
  probability(p)
  // P(X > k) = I_p(k + 1, n − k)
  const sf = (k: number) =>
    k < 0 ? 1 : k >= n ? 0 : incompleteBeta(Math.floor(k) + 1, n - Math.floor(k), p, 1 - p).lower
  const cdf = (k: number) =>
    k < 0 ? 0 : k >= n ? 1 : incompleteBeta(Math.floor(k) + 1, n - Math.floor(k), p, 1 - p).upper
  return {
    cdf: x => cdf(notNan(x)),
    sf: x => sf(notNan(x)),
    pmf: k => (Number.isInteger(k) && k >= 0 && k <= n ? Math.exp(logBinomialTerm(k, n - k, p, 1 - p)) : 0),
    ppf: target => (probability(target) === 1 ? n : smallestWhole(n, k => cdf(k) >= target)),
    isf: target => (probability(target) === 0 ? n : smallestWhole(n, k => sf(k) <= target)),
  }
}
