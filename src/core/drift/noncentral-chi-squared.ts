import { gammainc } from '../stats/index.ts'
import { logPoissonTerm } from '../stats/special/log-poisson-term.ts'

/** Terms this small next to the largest one no longer count. */
const NEGLIGIBLE = 1e-17

/**
 * P(X ≤ x) of the χ² distribution with `df` degrees of freedom and noncentrality `nc`: the central ones of df + 2j degrees, weighted
 * by the Poisson probabilities of j with mean nc / 2, summed outwards from the largest weight.
 */
export function noncentralChiSquaredCdf(x: number, df: number, nc: number): number {
  if (x <= 0) return 0
  if (nc === 0) return gammainc(df / 2, x / 2)
  const mean = nc / 2
  const middle = Math.floor(mean)
  const peak = poisson(middle, mean)
  let total = 0
  for (let j = middle, weight = peak; weight > NEGLIGIBLE * peak; j++, weight *= mean / j) {
    total += weight * gammainc(df / 2 + j, x / 2)
  }
  for (
    let j = middle - 1, weight = (peak * middle) / mean;
    j >= 0 && weight > NEGLIGIBLE * peak;
    weight *= j / mean, j--
  ) {
    total += weight * gammainc(df / 2 + j, x / 2)
  }
  return Math.min(1, total)
}

const poisson = (j: number, mean: number) => (j === 0 ? Math.exp(-mean) : Math.exp(logPoissonTerm(j, mean)))
