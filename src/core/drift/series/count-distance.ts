import { betainc, gammainc, gammaincc, normal } from '../../stats/index.ts'

/**
 * Distance of a count from its mean, the normal one of the same chance: of a Poisson count whose mean itself varies by a relative `spread`
 * (gamma, hence negative binomial), half of the count's own chance taken off. Logarithms of small counts are too far off below the mean.
 */
export function countDistance(count: number, mean: number, spread: number): number {
  const x = Math.round(count)
  if (!(mean > 0)) return x > 0 ? Number.POSITIVE_INFINITY : 0
  const shape = spread > 1e-4 ? 1 / (spread * spread) : undefined
  const q = shape === undefined ? 0 : mean / (shape + mean)
  /** P(X ≥ x) and P(X ≤ x). */
  const above = (at: number) => (at <= 0 ? 1 : shape === undefined ? gammainc(at, mean) : betainc(at, shape, q))
  const below = (at: number) =>
    at < 0 ? 0 : shape === undefined ? gammaincc(at + 1, mean) : betainc(shape, at + 1, 1 - q)
  const p = x > mean ? (above(x) + above(x + 1)) / 2 : (below(x) + below(x - 1)) / 2
  return (x > mean ? 1 : -1) * Math.max(0, normal.isf(Math.min(0.5, p)))
}
