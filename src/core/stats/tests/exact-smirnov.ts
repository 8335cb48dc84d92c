/** e to minus this is 0 in doubles. */
const UNDERFLOW = 747

/**
 * P(D ≥ d) for the two-sample Kolmogorov–Smirnov statistic of sizes n and m without ties, where `gap` is d · n · m.
 *
 * Source: J. L. Hodges, The significance probability of the Smirnov two-sample test (1958), as arranged by SciPy so that
 * nothing is subtracted and small tails keep their digits.
 */
export function exactSmirnov(n: number, m: number, gap: number): number {
  if (gap === 0) return 1
  if (exponent(n, m, gap) > UNDERFLOW) return 0
  return Math.min(1, n === m ? equalSizes(n, gap / n) : outsideBand(Math.max(n, m), Math.min(n, m), gap))
}

/** 2 d² nm / (n + m): P(D ≥ d) is at most 2.17 times e to minus this (Wei and Dudley 2012). */
function exponent(n: number, m: number, gap: number): number {
  return (2 * gap * (gap / n / m)) / (n + m)
}

/** Reflection principle for n = m and D = h / n: 2 A₀ (1 − A₁ (1 − A₂ (…))), each A a ratio of binomial coefficients. */
function equalSizes(n: number, h: number): number {
  let p = 0
  for (let k = Math.floor(n / h); k >= 0; k--) {
    let ratio = 1
    for (let j = 0; j < h; j++) ratio *= (n - k * h - j) / (n + k * h + j + 1)
    p = ratio * (1 - p)
  }
  return 2 * p
}

/**
 * The probability that a random lattice path from (0, 0) to (m, n) leaves the band |n i − m j| < gap, m ≥ n.
 *
 * Column by column: the share of paths to (i, j) that have left is i and j times the shares of its two predecessors over
 * i + j, and 1 outside the band. One column is kept, indexed by j.
 */
function outsideBand(m: number, n: number, gap: number): number {
  const left = new Float64Array(n + 1).fill(1)
  left.fill(0, 0, Math.min(Math.ceil(gap / m), n + 1))
  const inverse = Float64Array.from({ length: m + n + 1 }, (_, k) => 1 / k)
  for (let i = 1; i <= m; i++) {
    const lowest = Math.max(Math.floor((n * i - gap) / m) + 1, 0)
    const beyond = Math.min(Math.ceil((n * i + gap) / m), n + 1)
    if (beyond <= lowest) return 1
    let share = lowest === 0 ? 0 : 1
    for (let j = lowest; j < beyond; j++) {
      const weight = inverse[i + j] ?? 0
      share = (left[j] ?? 1) * (i * weight) + share * (j * weight)
      left[j] = share
    }
  }
  return left[n] ?? 1
}
