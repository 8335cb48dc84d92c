import { logBinomialTerm } from '../special/log-binomial-term.ts'

/** P(D⁺ₙ ≥ d) for the one-sided one-sample Smirnov statistic of `n` values, 0 < d < 1 (Birnbaum and Tingey 1951). */
export function smirnovSf(n: number, d: number): number {
  let sum = 0
  for (let j = 0; j <= n * (1 - d); j++) {
    const p = d + j / n
    const q = 1 - d - j / n
    if (q <= 0) break
    sum += Math.exp(logBinomialTerm(j, n - j, p, q)) * (d / p)
  }
  return sum
}
