import { type ContingencyResult, independenceTest } from './independence-test.ts'

/**
 * Pearson's χ² test of independence in a table of counts (rows × columns); throws when a row or a column holds none.
 *
 * `correction: true` applies Yates' continuity correction when there is one degree of freedom.
 */
export function chi2Contingency(
  table: readonly ArrayLike<number>[],
  { correction = false }: { correction?: boolean } = {},
): ContingencyResult {
  return independenceTest(table, correction, (observed, expected) => (observed - expected) ** 2 / expected)
}
