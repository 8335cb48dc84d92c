import { normal } from '../distributions/normal.ts'
import { forEachPooledValue } from '../samples/pooled.ts'
import { sorted } from '../samples/sorted.ts'
import type { Alternative } from './alternative.ts'
import { mannWhitneyCounts } from './mann-whitney-counts.ts'
import type { TestResult } from './test-result.ts'

/** Up to this size of the smaller sample, and without ties, the p-value is exact, as in SciPy. */
const LARGEST_EXACT = 8

/** `superiority` is P(X > Y) + P(X = Y) / 2, estimated: 0.5 when neither sample tends to be larger. */
export type MannWhitneyResult = TestResult & { superiority: number }

/**
 * The Mann–Whitney U test, two-sided unless told otherwise (`less`: x tends to be smaller); the statistic is U of x: the pairs in
 * which x is larger, ties counting one half.
 *
 * `asymptotic` is the normal approximation with tie and continuity correction; `auto` is exact while the smaller sample
 * holds at most 8 values and none are tied.
 */
export function mannWhitneyU(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  {
    method = 'auto',
    alternative = 'two-sided',
  }: { method?: 'auto' | 'exact' | 'asymptotic'; alternative?: Alternative } = {},
): MannWhitneyResult {
  const first = sorted(x, 'x')
  const second = sorted(y, 'y')
  const [n, m] = [first.length, second.length]
  let u = 0
  let tieTerm = 0
  let yBelow = 0
  forEachPooledValue(first, second, (_, inX, inY) => {
    u += inX * (yBelow + inY / 2)
    yBelow += inY
    tieTerm += (inX + inY) ** 3 - (inX + inY)
  })
  if (method === 'exact' && tieTerm > 0) {
    throw new RangeError('Expected samples without tied values for the exact method but found ties')
  }
  const exact = method === 'auto' ? Math.min(n, m) <= LARGEST_EXACT && tieTerm === 0 : method === 'exact'
  const tailFrom = (wins: number) => (exact ? exactTail(n, m, n * m - wins) : asymptoticTail(n, m, wins, tieTerm))
  const pValue = {
    'two-sided': () => 2 * tailFrom(Math.max(u, n * m - u)),
    less: () => tailFrom(n * m - u),
    greater: () => tailFrom(u),
  }[alternative]()
  return { statistic: u, pValue: Math.min(1, pValue), superiority: u / (n * m) }
}

/** P(U ≤ u), as a share of the ways to choose which ranks are those of x. */
function exactTail(n: number, m: number, u: number): number {
  const { counts, total } = mannWhitneyCounts(n, m, u)
  return counts.reduce((sum, count) => sum + count, 0) / total
}

function asymptoticTail(n: number, m: number, u: number, tieTerm: number): number {
  const size = n + m
  const variance = ((n * m) / 12) * (size + 1 - tieTerm / (size * (size - 1)))
  return variance > 0 ? normal.sf((u - (n * m) / 2 - 0.5) / Math.sqrt(variance)) : 1
}
