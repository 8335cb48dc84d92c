import { sum } from '../../stats/samples/sum.ts'
import { variance } from '../moments.ts'
import type { Placements } from './placements.ts'

/**
 * Area under the ROC curve and its standard error (DeLong, DeLong & Clarke-Pearson, Biometrics 44, 1988): the unbiased
 * variances of both classes' placement values over their numbers. Linear in the placements, so the differences of two
 * models' placements give the difference of their areas and its paired standard error. NaN error for a class of one row.
 */
export function delong({ positives, negatives }: Placements): { value: number; standardError: number } {
  const m = positives.length
  const n = negatives.length
  return {
    value: sum(positives) / (2 * m * n),
    standardError: Math.sqrt(variance(positives) / m / (2 * n) ** 2 + variance(negatives) / n / (2 * m) ** 2),
  }
}
