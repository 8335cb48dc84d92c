import { medianOf } from '../samples/median-of.ts'

/** Weights by distance from a fit, in sixfold median distances: 1 near it, 0 far away (Cleveland et al. 1990, `rwts`). */
export function bisquareWeights(y: readonly number[], fitted: (i: number) => number): Float64Array {
  const distance = y.map((value, i) => Math.abs(value - fitted(i)))
  const h = 6 * medianOf(distance)
  if (h === 0) return new Float64Array(y.length).fill(1)
  return Float64Array.from(distance, r => (r <= 0.001 * h ? 1 : r <= 0.999 * h ? (1 - (r / h) ** 2) ** 2 : 0))
}
