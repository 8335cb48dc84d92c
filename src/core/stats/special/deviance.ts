/**
 * x ln(x / m) + m − x for x, m > 0 without cancellation where x ≈ m: half the Poisson deviance.
 *
 * Source: C. Loader, Fast and accurate computation of binomial probabilities (2000), `bd0`.
 */
export function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * logRatio(x, m) + m - x
  const v = (x - m) / (x + m)
  let sum = (x - m) * v
  let term = 2 * x * v
  for (let j = 3; ; j += 2) {
    term *= v * v
    const next = sum + term / j
    if (next === sum) return sum
    sum = next
  }
}

function logRatio(x: number, m: number): number {
  const ratio = x / m
  return ratio > 1e-300 && ratio < 1e300 ? Math.log(ratio) : Math.log(x) - Math.log(m)
}
