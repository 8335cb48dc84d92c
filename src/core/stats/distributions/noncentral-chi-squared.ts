import { requirePositive } from '../arguments/positive.ts'
import { logPoissonTerm } from '../special/log-poisson-term.ts'
import { chiSquared } from './chi-squared.ts'

/** Terms this much smaller than what was added so far change nothing. */
const NEGLIGIBLE = 1e-17

/** P(X ≤ x) for a noncentral χ² with `df` degrees of freedom: central ones, mixed by a Poisson distribution of mean λ/2. */
export function noncentralChiSquaredCdf(x: number, df: number, lambda: number): number {
  requirePositive({ df })
  if (!(lambda >= 0)) throw new RangeError(`Expected lambda to be at least 0 but found ${lambda}`)
  if (x <= 0) return 0
  const mean = lambda / 2
  const weight = (j: number) => Math.exp(j === 0 ? -mean : logPoissonTerm(j, mean))
  const term = (j: number) => weight(j) * chiSquared(df + 2 * j).cdf(x)
  if (mean === 0) return chiSquared(df).cdf(x)
  const mode = Math.floor(mean)
  let total = 0
  // From the likeliest term outwards, so that none of the large ones is left out.
  for (let j = mode; ; j++) {
    const more = term(j)
    total += more
    if (more <= NEGLIGIBLE * total || (total === 0 && j > mode + 10)) break
  }
  for (let j = mode - 1; j >= 0; j--) {
    const more = term(j)
    total += more
    if (more <= NEGLIGIBLE * total) break
  }
  return Math.min(1, total)
}
