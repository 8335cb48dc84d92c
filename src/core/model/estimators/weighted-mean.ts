import { sum } from '../../stats/samples/sum.ts'
import { mean } from '../moments.ts'

/** Σ wᵢ xᵢ / Σ wᵢ, or the plain mean without weights. */
export const weightedMean = (values: Float64Array, weights: Float64Array | undefined): number =>
  weights ? sum(values.map((value, row) => value * (weights[row] ?? Number.NaN))) / sum(weights) : mean(values)
