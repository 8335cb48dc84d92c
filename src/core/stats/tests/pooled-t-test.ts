import { outsideEachEnd } from '../arguments/level.ts'
import { studentT } from '../distributions/student-t.ts'
import { scaledMoments } from '../samples/scaled-moments.ts'
import { sortedFinite } from '../samples/sorted.ts'
import type { WelchResult } from './welch-t-test.ts'

/**
 * Student's two-sided t test for equal means, assuming equal variances, which are estimated from both samples together (`level`:
 * of the interval of x − y, 0.95 by default). Its p-value is wrong where variances differ and samples are of different size.
 *
 * When neither sample varies the test is decided: p is 1 for equal means, 0 otherwise.
 */
export function pooledTTest(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): WelchResult {
  const outside = outsideEachEnd(level)
  const [a, b, unit] = scaledMoments(sortedFinite(x, 'x', 2), sortedFinite(y, 'y', 2))
  const df = a.n + b.n - 2
  const error = Math.sqrt(((a.squares + b.squares) / df) * (1 / a.n + 1 / b.n))
  const gap = a.mean - b.mean
  const t = studentT(df)
  const statistic = error > 0 ? gap / error : gap === 0 ? 0 : gap * Infinity
  const margin = error > 0 ? t.isf(outside) * error : 0
  return {
    statistic,
    pValue: 2 * t.sf(Math.abs(statistic)),
    df,
    difference: gap * unit,
    interval: { lower: (gap - margin) * unit, upper: (gap + margin) * unit },
  }
}
