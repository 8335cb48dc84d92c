import { probability } from '../arguments/probability.ts'
import { requireSuccesses } from '../arguments/successes.ts'
import { binomial } from '../distributions/binomial.ts'
import { smallestWhole } from '../distributions/smallest-whole.ts'
import type { Alternative } from './alternative.ts'
import type { TestResult } from './test-result.ts'

/** Outcomes this close to the observed one's probability count as equally likely, as in R and SciPy. */
const TIE = 1 + 1e-7

/**
 * The exact binomial test of k successes in n trials against probability p; the statistic is k / n.
 *
 * Two-sided: the total probability of all outcomes no more likely than the observed one.
 */
export function binomTest(k: number, n: number, p = 0.5, alternative: Alternative = 'two-sided'): TestResult {
  requireSuccesses(k, n)
  probability(p)
  const { cdf, sf, pmf } = binomial(n, p)
  const limit = pmf(k) * TIE
  const twoSided = () => {
    if (k === p * n) return 1
    if (limit === 0) return 0
    if (k < p * n) {
      const from = Math.ceil(p * n)
      return cdf(k) + sf(from + smallestWhole(n - from + 1, i => pmf(from + i) <= limit) - 1)
    }
    const from = Math.floor(p * n)
    return sf(k - 1) + cdf(from - smallestWhole(from + 1, i => pmf(from - i) <= limit))
  }
  const pValue = alternative === 'less' ? cdf(k) : alternative === 'greater' ? sf(k - 1) : twoSided()
  return { statistic: k / n, pValue: Math.min(1, pValue) }
}
