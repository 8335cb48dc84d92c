/** The modified Bessel function K_ν(x), x > 0: ∫ exp(−x cosh t) cosh(νt) dt over t ≥ 0, by the trapezoidal rule. */
export function besselK(order: number, x: number): number {
  const step = 1 / 16
  let sum = Math.exp(-x) / 2
  for (let i = 1; ; i++) {
    const t = i * step
    const term = Math.exp(-x * Math.cosh(t)) * Math.cosh(order * t)
    sum += term
    if (!(term > 1e-18 * sum)) return sum * step
  }
}
