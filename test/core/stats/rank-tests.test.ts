import { describe, expect, test } from 'vitest'
import { andersonKSamp, cramerVonMises2samp, mannWhitneyU } from '../../../src/core/stats/index.ts'
import { mannWhitneyCounts } from '../../../src/core/stats/tests/mann-whitney-counts.ts'
import { expectClose } from './expect-close.ts'
import { interleavings } from './interleavings.ts'

const sizes = [
  [2, 2],
  [2, 5],
  [5, 3],
  [4, 4],
  [6, 5],
] as const

describe('mannWhitneyU', () => {
  test.each(sizes)('its exact p-value counts all interleavings, n = %d, m = %d', (n, m) => {
    const results = interleavings(n, m).map(([x, y]) => mannWhitneyU(x, y))
    for (const { statistic, pValue } of results) {
      const least = Math.min(statistic, n * m - statistic)
      const share = results.filter(other => other.statistic <= least).length / results.length
      expectClose(pValue, Math.min(1, 2 * share), `U = ${statistic}`, 1e-13)
    }
  })

  test.each([
    [8, 300],
    [50, 50],
  ])('the counts of U add up to the binomial coefficient and rise to the middle, n = %d, m = %d', (n, m) => {
    const { counts, total } = mannWhitneyCounts(n, m, n * m)
    expectClose(
      counts.reduce((sum, count) => sum + count, 0),
      total,
      'total',
      1e-12,
    )
    for (let u = 1; u <= (n * m) / 2; u++) expect(counts[u]).toBeGreaterThanOrEqual(counts[u - 1] ?? Infinity)
  })

  // scipy.stats.mannwhitneyu
  test('8 against 40 values is exact', () => {
    const x = [0.624, -0.927, -1.15, 0.119, -0.71, -0.63, -1.68, 1.95]
    const y = [
      -2.09, -1.804, -1.037, -0.745, -0.714, -0.68, -0.674, -0.626, -0.572, -0.399, -0.281, -0.273, -0.249, -0.24,
      -0.225, -0.088, 0.07, 0.112, 0.179, 0.242, 0.285, 0.3, 0.337, 0.55, 0.691, 0.783, 0.806, 0.948, 0.967, 1.095,
      1.208, 1.217, 1.329, 1.489, 1.642, 1.75, 2.153, 2.177, 2.46, 2.993,
    ]
    expectClose(mannWhitneyU(x, y).statistic, 97.0, 'U')
    expectClose(mannWhitneyU(x, y).pValue, 0.08384797230968632, 'p', 1e-13)
    expect(mannWhitneyU(x, y)).toEqual(mannWhitneyU(x, y, { method: 'exact' }))
  })

  test('superiority is the share of pairs in which x is larger, ties counting half', () => {
    expect(mannWhitneyU([2, 3], [1, 2]).superiority).toBe(0.875)
    expect(mannWhitneyU([5, 6], [1, 2, 3]).superiority).toBe(1)
  })

  test('two equal constants do not differ', () => {
    expect(mannWhitneyU([1, 1, 1], [1, 1]).pValue).toBe(1)
  })
})

describe('cramerVonMises2samp', () => {
  test.each(sizes)('its exact p-value counts all interleavings, n = %d, m = %d', (n, m) => {
    const results = interleavings(n, m).map(([x, y]) => cramerVonMises2samp(x, y))
    for (const { statistic, pValue } of results) {
      const share = results.filter(other => other.statistic >= statistic - 1e-12).length / results.length
      expectClose(pValue, share, `T = ${statistic}`, 1e-13)
    }
  })

  test('the asymptotic p-value comes close to the exact one', () => {
    const x = [1, 4, 5, 8, 12, 13, 17, 20, 21, 26]
    const y = [2, 3, 6, 7, 9, 10, 11, 14, 15, 16]
    const exact = cramerVonMises2samp(x, y).pValue
    expectClose(cramerVonMises2samp(x, y, { method: 'asymptotic' }).pValue, exact, 'p', 0.05)
  })
})

describe('andersonKSamp', () => {
  // scipy.stats.anderson_ksamp(..., variant='midrank')
  test.each([
    {
      samples: [
        [-0.8, -1.3, -0.2, 0.4, 1.1, 0.1],
        [-0.6, -0.8, 0.7, 1.6, 0.3, -1.2, -1.0],
        [1.6, 0.2, -1.7, -0.1, -1.2, -0.6, -0.5, -0.7, 0.6],
      ],
      statistic: -1.5822079920191454,
      pValue: 0.25,
    },
    {
      samples: [
        [-0.1, -0.6, 0.4, 0.8, -1.6, -0.3, -1.0, -0.2, -1.3, 0.0, -0.0, -0.3],
        [-0.7, -0.0, -0.7, -1.0, 0.6, -0.8, 1.5, 1.1, -1.6, 0.6],
        [-0.4, 0.7, 0.7, -1.3, 0.5, 0.4, 1.7, -0.5, 1.4, -0.4, 0.4, -0.1, 2.1, 1.3, 3.1],
        [1.7, 1.9, 1.9, 0.4, 1.0, 2.4, 0.7, 1.2],
      ],
      statistic: 4.627301700845121,
      pValue: 0.0018508550275222373,
    },
    {
      samples: [
        [
          -0.0, 0.6, -0.4, -0.2, 0.2, 0.1, -0.9, 0.9, -1.3, -1.2, -1.3, 1.0, -0.4, -1.0, -1.1, 0.4, -1.1, -1.3, 0.6,
          -1.2,
        ],
        [0.3, 0.6, 0.2, 0.5, 1.9, 0.1, -0.7, -1.2, 0.4, 0.2, 0.9, 0.1, 0.1, -0.1, 0.1, 0.8, 0.2, 0.7, 2.5, 1.1],
        [-0.4, 2.9, 1.5, 0.3, 2.1, 1.2, 0.6, 0.6, 0.2, 1.2, 2.3, 0.9, 1.6, 3.1, -0.0, 1.5, 0.9, 0.1, 0.2, 1.2],
      ],
      statistic: 9.514903309267812,
      pValue: 0.001,
    },
    {
      samples: [
        [0.4, -0.5, 0.1, 0.7, 0.3],
        [2.4, 2.0, 2.0, 3.3, 2.1, 1.6, 2.2, 0.6, 1.2],
        [3.8, 3.6, 4.5, 3.0, 1.5, 4.9],
        [5.6, 3.4, 5.9, 4.5, 2.7, 4.1, 4.0],
        [7.6, 5.2, 5.7, 5.7, 5.6, 5.1, 6.2, 7.1],
      ],
      statistic: 11.504117089795994,
      pValue: 0.001,
    },
  ])('of $samples.length samples equals SciPy: p = $pValue', ({ samples, statistic, pValue }) => {
    expectClose(andersonKSamp(samples).statistic, statistic, 'A²', 1e-13)
    expectClose(andersonKSamp(samples).pValue, pValue, 'p', 1e-12)
  })

  test('does not depend on the order of the samples', () => {
    const [a, b, c] = [
      [1, 2, 3.5, 4],
      [2, 3, 5, 8],
      [3, 3, 9],
    ]
    expectClose(andersonKSamp([a, b, c]).statistic, andersonKSamp([c, a, b]).statistic, 'A²', 1e-13)
  })

  test('says when its p-value is only a bound', () => {
    expect(
      andersonKSamp([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ).toMatchObject({ pValue: 0.25, bound: 'at-least' })
    const far = [
      [1, 2, 3, 4, 5, 6, 7, 8],
      [11, 12, 13, 14, 15, 16, 17, 18],
    ]
    expect(andersonKSamp(far)).toMatchObject({ pValue: 0.001, bound: 'at-most' })
  })
})
