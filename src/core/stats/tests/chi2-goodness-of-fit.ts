import { chiSquared } from '../distributions/chi-squared.ts'
import type { TestResult } from './test-result.ts'

/**
 * Pearson's χ² test of observed counts against expected ones taken as exact (scipy's chisquare), k − 1 degrees of freedom.
 *
 * Something observed where nothing is expected gives an infinite statistic and p = 0; nothing where nothing is expected gives NaN.
 */
export function chi2GoodnessOfFit(observed: readonly number[], expected: readonly number[]): TestResult {
  if (observed.length !== expected.length || observed.length < 2) {
    throw new RangeError(
      `Expected as many expected counts as observed ones, at least two, but found ${expected.length} and ${observed.length}`,
    )
  }
  const statistic = observed.reduce((sum, o, i) => sum + (o - (expected[i] ?? 0)) ** 2 / (expected[i] ?? 0), 0)
  if (Number.isNaN(statistic)) return { statistic, pValue: Number.NaN }
  return { statistic, pValue: statistic === Infinity ? 0 : chiSquared(observed.length - 1).sf(statistic) }
}
