import { sum } from '../../stats/samples/sum.ts'
import { variance } from '../moments.ts'
import type { Placements } from './placements.ts'

/** How many rows a class has, and the unbiased variance of their placement values. */
interface ClassSpread {
  readonly rows: number
  readonly variance: number
}

/** An area, or a difference of two on the same rows. */
export interface DelongEstimate {
  readonly value: number
  readonly standardError: number
  /** Satterthwaite's degrees of freedom of the squared error (Biometrics Bulletin 2, 1946). */
  readonly df: number
  readonly classes: readonly [positives: ClassSpread, negatives: ClassSpread]
}

/**
 * Area under the ROC curve and its standard error (DeLong, DeLong & Clarke-Pearson, Biometrics 44, 1988): the unbiased
 * variances of both classes' placement values over their numbers. Linear in the placements, so the differences of two
 * models' placements give the difference of their areas and its paired standard error. NaN error for a class of one row.
 */
export function delong({ positives, negatives }: Placements): DelongEstimate {
  const m = positives.length
  const n = negatives.length
  return delongOf(sum(positives) / (2 * m * n), [
    { rows: m, variance: variance(positives) / (2 * n) ** 2 },
    { rows: n, variance: variance(negatives) / (2 * m) ** 2 },
  ])
}

/** The standard error of an area whose classes spread so. */
export function delongOf(value: number, classes: DelongEstimate['classes']): DelongEstimate {
  const parts = classes.map(({ rows, variance: spread }) => ({ squared: spread / rows, df: rows - 1 }))
  const total = parts.reduce((so, { squared }) => so + squared, 0)
  return {
    value,
    standardError: Math.sqrt(total),
    df: total ** 2 / parts.reduce((so, { squared, df }) => so + squared ** 2 / df, 0),
    classes,
  }
}
