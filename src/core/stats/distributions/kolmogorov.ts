import { durbinMatrixCdf } from './kolmogorov-durbin.ts'
import { pelzGoodCdf } from './kolmogorov-pelz-good.ts'
import { smirnovSf } from './smirnov.ts'

/**
 * The distribution of the two-sided one-sample Kolmogorov–Smirnov statistic of `n` values: `sf(d)` is P(Dₙ ≥ d).
 *
 * The choice of method by region follows R. Simard and P. L'Ecuyer, Computing the two-sided Kolmogorov–Smirnov
 * distribution (2011), as in SciPy: exact to rounding up to n = 140 and wherever n d² is at least 2.2; in the rest, where
 * the Pelz–Good series serves, at least to five digits.
 */
export function kolmogorov(n: number): { sf: (d: number) => number } {
  const sf = (d: number) => {
    const t = n * d
    if (t <= 0.5) return 1
    if (d >= 1) return 0
    if (t <= 1) return 1 - firstPiece(n, 2 * t - 1)
    if (t >= n - 1) return 2 * (1 - d) ** n
    const nd2 = t * d
    if (d >= 0.5 || nd2 > 4) return nd2 >= 370 && n > 140 ? 0 : 2 * smirnovSf(n, d)
    if (n <= 140) return 1 - durbinMatrixCdf(n, d)
    if (nd2 >= 2.2) return 2 * smirnovSf(n, d)
    return 1 - (n <= 100_000 && t * Math.sqrt(d) <= 1.4 ? durbinMatrixCdf(n, d) : pelzGoodCdf(n, d))
  }
  return { sf: d => Math.min(1, Math.max(0, sf(d))) }
}

/** n! (u / n)ⁿ, the distribution function for ½ ≤ n d ≤ 1 with u = 2 n d − 1 (Ruben and Gambino 1982). */
function firstPiece(n: number, u: number): number {
  let product = 1
  for (let i = 1; i <= n && product > 0; i++) product *= (i / n) * u
  return product
}
