import { sum } from '../stats/samples/sum.ts'

/** Mean, by a sum whose error does not grow with the number of values. */
export const mean = (values: Float64Array): number => sum(values) / values.length

/** Unbiased sample variance; NaN for fewer than two values. */
export function variance(values: Float64Array): number {
  if (values.length < 2) return Number.NaN
  const centre = mean(values)
  return sum(values.map(value => (value - centre) ** 2)) / (values.length - 1)
}
