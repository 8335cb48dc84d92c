import { sum } from './sum.ts'

/** Of one sample, in a unit. */
export interface Moments {
  readonly n: number
  readonly mean: number
  /** Sum of the squared deviations from the mean. */
  readonly squares: number
}

/**
 * The moments of two sorted samples in a unit they share: a power of two, so that squares of very large or small values neither
 * overflow nor vanish, at no rounding.
 */
export function scaledMoments(x: Float64Array, y: Float64Array): [Moments, Moments, number] {
  const unit = 2 ** Math.round(Math.log2(largest(x, y) || 1))
  return [moments(x, unit), moments(y, unit), unit]
}

function largest(...samples: Float64Array[]): number {
  return Math.max(...samples.flatMap(sample => [Math.abs(sample.at(0) ?? 0), Math.abs(sample.at(-1) ?? 0)]))
}

function moments(sample: Float64Array, unit: number): Moments {
  const n = sample.length
  const scaled = sample.map(value => value / unit)
  const mean = scaled.at(0) === scaled.at(-1) ? (scaled[0] ?? 0) : sum(scaled) / n
  return { n, mean, squares: sum(scaled.map(value => (value - mean) ** 2)) }
}
