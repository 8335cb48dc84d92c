import { normal, quantileOf } from '../../stats/index.ts'

/**
 * Standard deviation by several quantiles of the distances, whichever asks for most: the median (the MAD) holds against outliers in half of
 * the values, the 95th percentile sees tails heavier than the normal ones, and still holds against outliers in a twentieth.
 */
export function robustScale(left: readonly number[], quantiles: readonly number[] = [0.5, 0.95]): number {
  const distances = Float64Array.from(left, Math.abs).sort()
  return Math.max(...quantiles.map(q => quantileOf(distances, q) / normal.isf((1 - q) / 2)))
}
