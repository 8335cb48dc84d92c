/** B₂ₖ / (2k (2k − 1)), k = 1, 2, …: Stirling's series for ln Γ (DLMF 5.11.1). */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400, 43867 / 244188]

/**
 * What Stirling's formula leaves out, for n > 0: ln Γ(n + 1) − ln(√(2πn) (n / e)ⁿ).
 *
 * Source: C. Loader, Fast and accurate computation of binomial probabilities (2000).
 */
export function stirlingError(n: number): number {
  let below = 0
  let m = n
  for (; m < 12; m++) below += (m + 0.5) * Math.log1p(1 / m) - 1
  const inverseSquare = 1 / (m * m)
  let sum = 0
  for (let i = SERIES.length - 1; i >= 0; i--) sum = sum * inverseSquare + (SERIES[i] ?? 0)
  return below + sum / m
}
