import { sum } from '../../stats/samples/sum.ts'

/** Σ wᵢ xᵢ / Σ wᵢ, and Σ wᵢ. */
export function weightedMean(values: Float64Array, weights: Float64Array): { mean: number; total: number } {
  const total = sum(weights)
  return { mean: sum(values.map((value, row) => value * (weights[row] ?? Number.NaN))) / total, total }
}
