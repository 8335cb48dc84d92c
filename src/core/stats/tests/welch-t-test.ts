import { outsideEachEnd } from '../arguments/level.ts'
import { studentT } from '../distributions/student-t.ts'
import type { Interval } from '../intervals/interval.ts'
import { sortedFinite } from '../samples/sorted.ts'
import { sum } from '../samples/sum.ts'
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
  // a power of two, so that squares of very large or small values neither overflow nor vanish, at no rounding
  const unit = 2 ** Math.round(Math.log2(largest(first, second) || 1))
  const a = moments(first, unit)
  const b = moments(second, unit)
  const gap = a.mean - b.mean
  const squaredError = a.squaredError + b.squaredError
  const varies = squaredError > 0
  const share = a.squaredError / squaredError
  const [freeX, freeY] = [first.length - 1, second.length - 1]
  const df = varies ? 1 / (share ** 2 / freeX + (1 - share) ** 2 / freeY) : freeX + freeY
  const t = studentT(df)
  const statistic = varies ? gap / Math.sqrt(squaredError) : gap === 0 ? 0 : gap * Infinity
  const margin = varies ? t.isf(outside) * Math.sqrt(squaredError) : 0
  return {
    statistic,
    pValue: 2 * t.sf(Math.abs(statistic)),
    df,
    difference: gap * unit,
    interval: { lower: (gap - margin) * unit, upper: (gap + margin) * unit },
  }
}

function largest(...samples: Float64Array[]): number {
  return Math.max(...samples.flatMap(sample => [Math.abs(sample.at(0) ?? 0), Math.abs(sample.at(-1) ?? 0)]))
}

/** The mean, and the squared standard error of the mean, of a sample in a unit. */
function moments(sample: Float64Array, unit: number): { mean: number; squaredError: number } {
  const n = sample.length
  const scaled = sample.map(value => value / unit)
  const mean = scaled.at(0) === scaled.at(-1) ? (scaled[0] ?? 0) : sum(scaled) / n
  const squaredError = sum(scaled.map(value => (value - mean) ** 2)) / (n - 1) / n
  return { mean, squaredError }
}
