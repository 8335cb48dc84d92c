import { cramerVonMisesSf } from '../distributions/cramer-von-mises.ts'
import { forEachPooledValue } from '../samples/pooled.ts'
import { sorted } from '../samples/sorted.ts'
import { exactCramerVonMises } from './exact-cramer-von-mises.ts'
import type { TestResult } from './test-result.ts'

/** Up to this size of the larger sample the p-value is exact, as in SciPy. */
const LARGEST_EXACT = 20

/**
 * The two-sample Cramér–von Mises test; the statistic is T of Anderson (1962), from midranks.
 *
 * Both the exact and the asymptotic p-value are those of samples without ties: with many ties they are too small.
 */
export function cramerVonMises2samp(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { method = 'auto' }: { method?: 'auto' | 'exact' | 'asymptotic' } = {},
): TestResult {
  const first = sorted(x, 'x')
  const second = sorted(y, 'y')
  const [n, m] = [first.length, second.length]
  if (Math.min(n, m) < 2) throw new RangeError(`Expected two or more values per sample but found ${Math.min(n, m)}`)
  const u = rankDistance(first, second)
  const [pairs, size] = [n * m, n + m]
  // one fraction of whole numbers: the two of Anderson's eq. 9 would cancel
  const statistic = (6 * u - pairs * (4 * pairs - 1)) / (6 * pairs * size)
  const exact = method === 'auto' ? Math.max(n, m) <= LARGEST_EXACT : method === 'exact'
  return { statistic, pValue: exact ? exactCramerVonMises(n, m, u) : asymptotic(n, m, statistic) }
}

/** n Σ (rᵢ − i)² + m Σ (sⱼ − j)², r and s the midranks of the two samples in the pooled one (Anderson 1962, eq. 10). */
function rankDistance(x: Float64Array, y: Float64Array): number {
  let total = 0
  let [i, j] = [0, 0]
  forEachPooledValue(x, y, (_, inX, inY) => {
    const rank = i + j + (inX + inY + 1) / 2
    for (let k = 1; k <= inX; k++) total += x.length * (rank - i - k) ** 2
    for (let k = 1; k <= inY; k++) total += y.length * (rank - j - k) ** 2
    i += inX
    j += inY
  })
  return total
}

/** The limiting distribution, the statistic moved and scaled to its mean and variance (Anderson 1962, eq. 11, 14, 15). */
function asymptotic(n: number, m: number, statistic: number): number {
  const [pairs, size] = [n * m, n + m]
  const mean = (1 + 1 / size) / 6
  const variance = ((size + 1) * (4 * pairs * size - 3 * (n * n + m * m) - 2 * pairs)) / (45 * size * size * 4 * pairs)
  return cramerVonMisesSf(1 / 6 + (statistic - mean) / Math.sqrt(45 * variance))
}
