import { kolmogorov } from '../distributions/kolmogorov.ts'
import { forEachPooledValue } from '../samples/pooled.ts'
import { sorted } from '../samples/sorted.ts'
import { exactSmirnov } from './exact-smirnov.ts'
import type { TestResult } from './test-result.ts'

/** Up to this size of the larger sample the p-value is exact, as in SciPy. */
const LARGEST_EXACT = 10_000

/**
 * The two-sided two-sample Kolmogorov–Smirnov test; the statistic is the largest distance between the two empirical
 * distribution functions, tied values taken together.
 *
 * `auto` is exact while neither sample exceeds 10 000 values, and `asymptotic` beyond: the one-sample distribution at the
 * effective size nm / (n + m). With ties the exact p-value is conservative.
 */
export function ks2samp(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { method = 'auto' }: { method?: 'auto' | 'exact' | 'asymptotic' } = {},
): TestResult {
  const first = sorted(x, 'x')
  const second = sorted(y, 'y')
  const n = first.length
  const m = second.length
  const gap = largestGap(first, second)
  const statistic = gap / (n * m)
  const exact = method === 'auto' ? Math.max(n, m) <= LARGEST_EXACT : method === 'exact'
  const pValue = exact ? exactSmirnov(n, m, gap) : kolmogorov(halfEven((n * m) / (n + m))).sf(statistic)
  return { statistic, pValue }
}

/** max |i m − j n| over the pooled values, where i values of x and j of y lie at or below one: the distance × nm. */
function largestGap(x: Float64Array, y: Float64Array): number {
  let gap = 0
  let below = 0
  forEachPooledValue(x, y, (_, inX, inY) => {
    below += inX * y.length - inY * x.length
    gap = Math.max(gap, Math.abs(below))
  })
  return gap
}

/** Rounds to the nearest whole number, ties to the even one, as NumPy does; at least 1. */
function halfEven(value: number): number {
  const below = Math.floor(value)
  const up = value - below > 0.5 || (value - below === 0.5 && below % 2 === 1)
  return Math.max(1, up ? below + 1 : below)
}
