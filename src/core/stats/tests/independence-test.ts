import { chiSquared } from '../distributions/chi-squared.ts'
import { expectedCounts } from './expected-counts.ts'
import type { TestResult } from './test-result.ts'

/** A test of independence in a table: its degrees of freedom and the counts expected under independence. */
export type ContingencyResult = TestResult & { df: number; expected: number[][] }

/**
 * A test of independence whose statistic, a sum of one `term` per cell, is asymptotically χ².
 *
 * With `correction` and one degree of freedom each count first moves by up to one half towards the expected one (Yates).
 */
export function independenceTest(
  table: readonly ArrayLike<number>[],
  correction: boolean,
  term: (observed: number, expected: number) => number,
): ContingencyResult {
  const expected = expectedCounts(table)
  const df = (expected.length - 1) * ((expected[0]?.length ?? 1) - 1)
  if (df === 0) return { statistic: 0, pValue: 1, df, expected }
  let statistic = 0
  expected.forEach((row, i) => {
    row.forEach((e, j) => {
      const o = table[i]?.[j] ?? 0
      statistic += term(correction && df === 1 ? o + Math.sign(e - o) * Math.min(0.5, Math.abs(e - o)) : o, e)
    })
  })
  return { statistic, pValue: chiSquared(df).sf(statistic), df, expected }
}
