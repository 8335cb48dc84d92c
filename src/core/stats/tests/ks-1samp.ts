import { kolmogorov } from '../distributions/kolmogorov.ts'
import { sorted } from '../samples/sorted.ts'
import type { TestResult } from './test-result.ts'

/**
 * The two-sided one-sample Kolmogorov–Smirnov test against a continuous distribution, whose parameters must not come from
 * the same values; the p-value is that of the exact distribution of the statistic.
 */
export function ks1samp(x: ArrayLike<number>, cdf: (value: number) => number): TestResult {
  const values = sorted(x, 'x')
  const n = values.length
  let statistic = 0
  for (const [i, value] of values.entries()) {
    const expected = cdf(value)
    statistic = Math.max(statistic, (i + 1) / n - expected, expected - i / n)
  }
  return { statistic, pValue: kolmogorov(n).sf(statistic) }
}
