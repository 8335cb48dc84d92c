import { sum } from '../stats/samples/sum.ts'

/** The standard deviation of values, divided by their number (NumPy's std); 0 for none. */
export function spread(values: Float64Array): number {
  if (values.length === 0 || values[0] === values.at(-1)) return 0
  const mean = sum(values) / values.length
  return Math.sqrt(sum(values.map(value => (value - mean) ** 2)) / values.length)
}
