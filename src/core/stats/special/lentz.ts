/** Even the slowest case in use, a quantile near the mean for shapes of 1e12, needs fewer terms than this. */
const MOST_TERMS = 1e7

/** The continued fraction b₀ + a₁ / (b₁ + a₂ / (b₂ + …)) by the modified Lentz method (Thompson and Barnett 1986). */
export function continuedFraction(first: number, a: (n: number) => number, b: (n: number) => number): number {
  let fraction = first
  let c = first
  let d = 0
  for (let n = 1; n < MOST_TERMS; n++) {
    const denominator = b(n)
    d = 1 / (denominator + a(n) * d)
    c = denominator + a(n) / c
    const factor = c * d
    fraction *= factor
    if (Math.abs(factor - 1) <= 2.3e-16) return fraction
  }
  throw new RangeError('Expected a continued fraction to converge but it did not')
}
