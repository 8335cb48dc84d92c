import { requireSuccesses } from '../arguments/successes.ts'
import { normal } from '../distributions/normal.ts'
import type { TestResult } from './test-result.ts'

/**
 * The two-sided z test that k of n and l of m have one proportion, which is estimated from both together (pooled variance, no
 * continuity correction); z² is Pearson's χ² of the 2 × 2 table. Where both proportions are 0, or both 1, p is 1.
 */
export function proportionsZTest(k: number, n: number, l: number, m: number): TestResult {
  requireSuccesses(k, n)
  requireSuccesses(l, m)
  const pooled = (k + l) / (n + m)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
  const statistic = error > 0 ? (k / n - l / m) / error : 0
  return { statistic, pValue: Math.min(1, 2 * normal.sf(Math.abs(statistic))) }
}
