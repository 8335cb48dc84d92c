import { outsideEachEnd } from '../arguments/level.ts'
import { studentT } from '../distributions/student-t.ts'
import type { Interval } from '../intervals/interval.ts'
import { type Moments, scaledMoments } from '../samples/scaled-moments.ts'
import { sortedFinite } from '../samples/sorted.ts'
import type { TestResult } from './test-result.ts'

/** Welch's test: its degrees of freedom, and the difference of the means (x − y) with its interval. */
export type WelchResult = TestResult & { df: number; difference: number; interval: Interval }

/**
 * Welch's two-sided t test for equal means without assuming equal variances (`level`: of the interval, 0.95 by default).
 *
 * When neither sample varies the test is decided: p is 1 for equal means, 0 otherwise.
 */
export function welchTTest(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): WelchResult {
  const outside = outsideEachEnd(level)
  const first = sortedFinite(x, 'x', 2)
  const second = sortedFinite(y, 'y', 2)
  const [a, b, unit] = scaledMoments(first, second)
  const [errorX, errorY] = [squaredError(a), squaredError(b)]
  const gap = a.mean - b.mean
  const error = errorX + errorY
  const varies = error > 0
  const share = errorX / error
  const [freeX, freeY] = [first.length - 1, second.length - 1]
  const df = varies ? 1 / (share ** 2 / freeX + (1 - share) ** 2 / freeY) : freeX + freeY
  const t = studentT(df)
  const statistic = varies ? gap / Math.sqrt(error) : gap === 0 ? 0 : gap * Infinity
  const margin = varies ? t.isf(outside) * Math.sqrt(error) : 0
  return {
    statistic,
    pValue: 2 * t.sf(Math.abs(statistic)),
    df,
    difference: gap * unit,
    interval: { lower: (gap - margin) * unit, upper: (gap + margin) * unit },
  }
}

/** The squared standard error of the mean. */
const squaredError = ({ n, squares }: Moments): number => squares / (n - 1) / n
