import { studentT } from '../distributions/student-t.ts'
import { sum } from '../samples/sum.ts'
import type { TestResult } from './test-result.ts'

/** The mean of the differences, its standard error and degrees of freedom, and how the long-run variance was found. */
export type DieboldMarianoResult = TestResult & {
  mean: number
  standardError: number
  df: number
  variance: 'truncated' | 'bartlett'
}

/**
 * The two-sided test of equal accuracy of two forecasts `horizon` steps ahead, from the differences of their losses in the
 * order of time (Diebold and Mariano 1995), with the small-sample correction of Harvey, Leybourne and Newbold (1997) and
 * Student's t with n − 1 degrees of freedom. The long-run variance takes autocovariances up to horizon − 1; where their sum
 * is not positive, they are weighted by Bartlett's window, with which it cannot be negative.
 *
 * The standard error is already corrected: statistic = mean / standardError, NaN where the differences do not vary.
 */
export function dieboldMariano(differences: Float64Array, horizon = 1): DieboldMarianoResult {
  const n = differences.length
  if (!(Number.isInteger(horizon) && horizon >= 1 && horizon < n))
    throw new RangeError(`Expected a horizon from 1 to ${n - 1} for ${n} differences but found ${horizon}`)
  const mean = sum(differences) / n
  const centred = differences.map(difference => difference - mean)
  const autocovariances = Array.from({ length: horizon }, (_, lag) => {
    const products = centred.subarray(lag).map((value, t) => value * (centred[t] ?? 0))
    return sum(products) / n
  })
  const longRun = (weight: (lag: number) => number) =>
    sum(autocovariances.map((covariance, lag) => (lag === 0 ? 1 : 2) * weight(lag) * covariance))
  const truncated = longRun(() => 1)
  const positive = truncated > 0
  const variance = positive ? truncated : longRun(lag => 1 - lag / horizon)
  const correction = (n + 1 - 2 * horizon + (horizon * (horizon - 1)) / n) / n
  const standardError = variance > 0 ? Math.sqrt(variance / n / correction) : 0
  const statistic = mean / standardError
  const df = n - 1
  return {
    statistic,
    pValue: Number.isNaN(statistic) ? Number.NaN : 2 * studentT(df).sf(Math.abs(statistic)),
    mean,
    standardError,
    df,
    variance: positive ? 'truncated' : 'bartlett',
  }
}
