import { count } from '../arguments/count.ts'
import { hypergeometric } from '../distributions/hypergeometric.ts'
import { smallestWhole } from '../distributions/smallest-whole.ts'
import type { Alternative } from './alternative.ts'
import type { TestResult } from './test-result.ts'

/** Tables this close to the observed one's probability count as equally likely, as in R. */
const TIE = 1 + 1e-7

/**
 * Fisher's exact test of a 2 × 2 table; the statistic is the sample odds ratio ad / bc (NaN when a margin is zero).
 *
 * Two-sided: the total probability of all tables with these margins that are no more likely than the observed one.
 */
export function fisherExact(table: readonly ArrayLike<number>[], alternative: Alternative = 'two-sided'): TestResult {
  if (table.length !== 2 || table.some(row => row.length !== 2)) {
    throw new RangeError('Expected a table of 2 rows and 2 columns')
  }
  const cell = (i: number, j: number) =>
    count(table[i]?.[j] ?? Number.NaN, `the count in row ${i + 1}, column ${j + 1}`)
  const [a, b, c, d] = [cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1)]
  if (a + b === 0 || c + d === 0 || a + c === 0 || b + d === 0) return { statistic: Number.NaN, pValue: 1 }
  const statistic = b * c === 0 ? Infinity : (a * d) / (b * c)
  const { mode, highest, pmf, atMost, atLeast } = hypergeometric(a + b, c + d, a + c)
  const limit = pmf(a) * TIE
  const twoSided = () => {
    if (pmf(mode) <= limit) return 1
    if (limit === 0) return 0
    if (a < mode) return atMost(a) + atLeast(mode + smallestWhole(highest - mode + 1, i => pmf(mode + i) <= limit))
    return atLeast(a) + atMost(mode - smallestWhole(mode + 1, i => pmf(mode - i) <= limit))
  }
  const pValue = alternative === 'less' ? atMost(a) : alternative === 'greater' ? atLeast(a) : twoSided()
  return { statistic, pValue: Math.min(1, pValue) }
}
