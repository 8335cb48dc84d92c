import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  chi2Contingency,
  chi2GoodnessOfFit,
  hellingerDistance,
  jensenShannonDivergence,
  kullbackLeibler,
  mannWhitneyU,
  mmdTest,
  permutationP,
  pooledTTest,
  proportionsZTest,
  seeded,
  welchTTest,
} from '../../../src/core/stats/index.ts'
import { expectClose } from './expect-close.ts'

const double = z.union([z.number(), z.literal('Infinity').transform(Number)])
const result = z.object({ statistic: z.number(), pvalue: z.number() })
const Vectors = z.object({
  samples: z.array(
    z.object({
      x: z.array(z.number()),
      y: z.array(z.number()),
      less: result,
      greater: result,
      pooled_t: result.extend({ df: z.number(), low: z.number(), high: z.number() }),
    }),
  ),
  proportions: z.array(result.extend({ k: z.number(), n: z.number(), l: z.number(), m: z.number() })),
  shares: z.array(
    z.object({
      p: z.array(z.number()),
      q: z.array(z.number()),
      jensen_shannon_distance: z.number(),
      jensen_shannon_distance_base_2: z.number(),
      kullback_leibler: double,
      hellinger: z.number(),
    }),
  ),
  fits: z.array(result.extend({ observed: z.array(z.number()), expected: z.array(z.number()) })),
  clouds: z.array(
    z.object({
      x: z.array(z.array(z.number())),
      y: z.array(z.array(z.number())),
      mmd: z.number(),
      scale: z.number(),
    }),
  ),
})
const vectors = Vectors.parse(JSON.parse(readFileSync('test/fixtures/goldens/distance-vectors.json', 'utf8')))

test.each(vectors.samples)('one-sided Mann–Whitney and the pooled t test are SciPy’s (%#)', given => {
  const { x, y, less, greater, pooled_t: t } = given
  expectClose(mannWhitneyU(x, y, { alternative: 'less' }).pValue, less.pvalue, 'less')
  expectClose(mannWhitneyU(x, y, { alternative: 'greater' }).pValue, greater.pvalue, 'greater')
  expectClose(mannWhitneyU(y, x, { alternative: 'less' }).pValue, greater.pvalue, 'exchanged')
  const found = pooledTTest(x, y)
  expectClose(found.statistic, t.statistic, 't')
  expectClose(found.pValue, t.pvalue, 'p')
  expectClose(found.df, t.df, 'df')
  expectClose(found.interval.lower, t.low, 'lower')
  expectClose(found.interval.upper, t.high, 'upper')
})

describe('the pooled t test', () => {
  test('is Welch’s statistic where samples are of one size', () => {
    const [x, y] = [
      [1, 2, 4, 8],
      [3, 5, 5, 9],
    ]
    expectClose(pooledTTest(x, y).statistic, welchTTest(x, y).statistic, 't', 1e-14)
  })

  test('is decided where nothing varies', () => {
    expect(pooledTTest([2, 2], [2, 2])).toMatchObject({ statistic: 0, pValue: 1 })
    expect(pooledTTest([2, 2], [3, 3])).toMatchObject({ statistic: -Infinity, pValue: 0 })
  })
})

test.each(vectors.proportions)(
  '$k of $n against $l of $m: the z test is statsmodels’',
  ({ k, n, l, m, ...expected }) => {
    const found = proportionsZTest(k, n, l, m)
    expectClose(found.statistic, expected.statistic, 'z')
    expectClose(found.pValue, expected.pvalue, 'p')
    if (k + l > 0 && k + l < n + m) {
      expectClose(
        found.statistic ** 2,
        chi2Contingency([
          [k, n - k],
          [l, m - l],
        ]).statistic,
        'z²',
        1e-12,
      )
    }
  },
)

test.each(vectors.shares)('distances of shares are SciPy’s (%#)', ({ p, q, ...expected }) => {
  expectClose(Math.sqrt(jensenShannonDivergence(p, q)), expected.jensen_shannon_distance, 'Jensen–Shannon')
  expectClose(Math.sqrt(jensenShannonDivergence(p, q, 2)), expected.jensen_shannon_distance_base_2, 'base 2')
  expectClose(kullbackLeibler(p, q), expected.kullback_leibler, 'Kullback–Leibler')
  expectClose(hellingerDistance(p, q), expected.hellinger, 'Hellinger')
  expect(jensenShannonDivergence(p, p)).toBe(0)
  expect(hellingerDistance(q, q)).toBe(0)
})

test('shares that share nothing are as far apart as can be', () => {
  expect(jensenShannonDivergence([1, 0], [0, 1], 2)).toBe(1)
  expect(hellingerDistance([1, 0], [0, 1])).toBe(1)
  expect(kullbackLeibler([1, 0], [0, 1])).toBe(Infinity)
  expect(() => hellingerDistance([1], [0.5, 0.5])).toThrow(/as many shares/)
  expect(() => hellingerDistance([0, 0], [1, 0])).toThrow(/a share above 0 in p/)
  expect(() => kullbackLeibler([1, -1], [1, 0])).toThrow(/at least 0 in p/)
})

test.each(vectors.fits)('the χ² test of fit is SciPy’s (%#)', ({ observed, expected, ...found }) => {
  expectClose(chi2GoodnessOfFit(observed, expected).statistic, found.statistic, 'χ²')
  expectClose(chi2GoodnessOfFit(observed, expected).pValue, found.pvalue, 'p')
})

test('what was never expected is impossible to a χ² test of fit', () => {
  expect(chi2GoodnessOfFit([1, 9], [0, 10])).toEqual({ statistic: Infinity, pValue: 0 })
  expect(() => chi2GoodnessOfFit([1], [1])).toThrow(/at least two/)
})

describe('the maximum mean discrepancy', () => {
  test.each(vectors.clouds)('is what its definition says (%#)', ({ x, y, mmd, scale }) => {
    const found = mmdTest(x, y, seeded('a'), { most: 99 })
    expectClose(found.statistic, mmd, 'MMD²')
    expectClose(found.scale, scale, 'scale')
    expectClose(mmdTest(y, x, seeded('a'), { most: 9 }).statistic, mmd, 'exchanged')
  })

  test('is significant for points that moved, and the same for one seed', () => {
    const random = seeded('points')
    const points = (n: number, shift: number) =>
      Array.from({ length: n }, () => [random.uniform() + shift, random.uniform()])
    const [x, y] = [points(40, 0), points(50, 0.7)]
    const found = mmdTest(x, y, seeded('b'), { most: 199 })
    const { statistic, pValue, error } = found
    expect(pValue).toBe(1 / 200)
    // What permutations give stays below what moved points give, and so does the error of it.
    expect(found.spread(0.05)).toBeLessThan(statistic / 4)
    expect(error).toBeLessThan(statistic / 4)
    expect(mmdTest(x, y, seeded('b'), { most: 199 })).toMatchObject({ statistic, pValue, error })
    expect(mmdTest(x, points(50, 0), seeded('b'), { most: 199 }).pValue).toBeGreaterThan(0.05)
    expect(() => mmdTest([[1]], y, random)).toThrow(/at least 2 points/)
  })
})

describe('the permutation p-value', () => {
  test('counts what reaches the observed value, the observed itself among it', () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6, 5]
    expect(permutationP(5, () => values.pop() ?? 0, 9)).toBe((4 + 1) / 10)
  })

  test('stops early where the value is nothing special', () => {
    let made = 0
    expect(permutationP(0, () => ++made, 9999)).toBe(1)
    expect(made).toBe(20)
  })
})

describe('seeded random numbers', () => {
  test('are the same for the same text and others for another', () => {
    const first = (seed: string) => Array.from({ length: 4 }, seeded(seed).uniform)
    expect(first('a')).toEqual(first('a'))
    expect(first('a')).not.toEqual(first('b'))
  })

  test('are spread evenly', () => {
    const random = seeded('even')
    const counts = new Array(10).fill(0)
    for (let i = 0; i < 10_000; i++) counts[random.below(10)]++
    expect(chi2GoodnessOfFit(counts, new Array(10).fill(1000)).pValue).toBeGreaterThan(1e-4)
  })
})
