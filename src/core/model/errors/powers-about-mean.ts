import { mean } from '../moments.ts'

/** 1 and the first powers of the errors about their mean, so that those of large numbers do not cancel in their sums. */
export function powersAboutMean(errors: Float64Array, most: number): Float64Array[] {
  const centre = mean(errors)
  return Array.from({ length: most + 1 }, (_, power) => errors.map(error => (error - centre) ** power))
}
