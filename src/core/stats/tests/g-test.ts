import { deviance } from '../special/deviance.ts'
import { type ContingencyResult, independenceTest } from './independence-test.ts'

/**
 * The log-likelihood ratio test of independence in a table of counts: G = 2 Σ O ln(O / E).
 *
 * Summed as 2 Σ (O ln(O / E) + E − O), the same number because observed and expected have one total, but without terms of
 * opposite sign that cancel.
 */
export function gTest(
  table: readonly ArrayLike<number>[],
  { correction = false }: { correction?: boolean } = {},
): ContingencyResult {
  return independenceTest(table, correction, (o, e) => 2 * (o === 0 ? e : deviance(o, e)))
}
