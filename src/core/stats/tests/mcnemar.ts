import { count } from '../arguments/count.ts'
import { binomial } from '../distributions/binomial.ts'
import { chiSquared } from '../distributions/chi-squared.ts'
import type { TestResult } from './test-result.ts'

/** How McNemar's p-value is found. */
export type McNemarMethod = 'exact' | 'mid-p' | 'chi-squared'

/**
 * McNemar's two-sided test of pairs that differ: `b` only by the first of two answers, `c` only by the second, equally likely
 * under the null hypothesis. Exact: twice the binomial tail, with min(b, c) as the statistic; mid-p: half the probability
 * of what was observed less (Fagerland, Lydersen and Laake 2013); chi-squared: (b − c)² / (b + c), or with the continuity
 * `correction` (|b − c| − 1)² / (b + c).
 */
export function mcnemar(
  b: number,
  c: number,
  { method = 'exact', correction = false }: { method?: McNemarMethod; correction?: boolean } = {},
): TestResult {
  const pairs = count(b, 'b') + count(c, 'c')
  const fewer = Math.min(b, c)
  if (method === 'chi-squared') {
    if (pairs === 0) return { statistic: 0, pValue: 1 }
    const statistic = (Math.abs(b - c) - (correction ? 1 : 0)) ** 2 / pairs
    return { statistic, pValue: chiSquared(1).sf(statistic) }
  }
  const { cdf, pmf } = binomial(pairs, 0.5)
  const twice = 2 * cdf(fewer)
  return { statistic: fewer, pValue: Math.min(1, method === 'exact' ? twice : twice - pmf(fewer)) }
}
