import { describe, expect, test } from 'vitest'
import { clopperPearson, studentT } from '../../../src/core/stats/index.ts'
import { agrestiMin } from '../../../src/core/stats/intervals/agresti-min.ts'
import { clusteredMean } from '../../../src/core/stats/intervals/clustered-mean.ts'
import { katz } from '../../../src/core/stats/intervals/katz.ts'
import { kornGraubard } from '../../../src/core/stats/intervals/korn-graubard.ts'
import { quantileRanks } from '../../../src/core/stats/intervals/quantile-ranks.ts'
import { expectClose } from './expect-close.ts'
import { vectors } from './resampling-vectors.ts'

describe('agrestiMin', () => {
  test("has the ends of Agresti's approval ratings", () => {
    const { lower, upper } = agrestiMin(150, 86, 1600, 0.95)
    expect(lower).toBeCloseTo(0.0212172, 7)
    expect(upper).toBeCloseTo(0.0586829, 7)
  })

  test('keeps its width where no pair differs, and stays within −1 and 1', () => {
    const { lower, upper } = agrestiMin(0, 0, 100, 0.95)
    expectClose(upper, 1.959963984540054 / 102, 'upper')
    expect(lower).toBe(-upper)
    expect(agrestiMin(1, 0, 1, 0.99)).toMatchObject({ upper: 1 })
  })
})

describe('katz', () => {
  test.each(vectors.katz)('of $counts at $level equals statsmodels', ({ counts, level, ends }) => {
    const { lower, upper } = katz(...counts, level)
    expectClose(lower, ends[0], 'lower')
    expectClose(upper, ends[1], 'upper')
  })

  test("has HMDA's published ends", () => {
    const { lower, upper } = katz(243, 339, 1852, 2041, 0.95)
    expect([lower.toFixed(7), upper.toFixed(7)]).toEqual(['0.7377918', '0.8458306'])
  })

  test('has no end where nothing bounds it, and is never of zero width', () => {
    expect(katz(0, 40, 12, 50, 0.95)).toEqual({ lower: 0, upper: expect.closeTo(0.8, 0) })
    expect(katz(12, 50, 0, 40, 0.95)).toMatchObject({ upper: Infinity })
    expect(katz(0, 40, 0, 40, 0.95)).toEqual({ lower: 0, upper: Infinity })
    const { lower, upper } = katz(40, 40, 30, 30, 0.95)
    expect(lower).toBeLessThan(0.97)
    expect(upper).toBeGreaterThan(1.03)
  })

  test('turned round is one over itself', () => {
    const { lower, upper } = katz(7, 50, 20, 61, 0.9)
    const turned = katz(20, 61, 7, 50, 0.9)
    expectClose(1 / turned.upper, lower, 'lower')
    expectClose(1 / turned.lower, upper, 'upper')
  })
})

test.each(vectors.quantile)(
  'quantileRanks of $n at $p, $level, equal SciPy',
  ({ n, p, level, ranks: [lower, upper] }) => {
    expect(quantileRanks(n, p, level)).toEqual({
      ...(lower === null ? {} : { lower }),
      ...(upper === null ? {} : { upper }),
    })
  },
)

describe.each(vectors.clustered_mean)(
  'clusteredMean of $groups clusters',
  ({ values, weights, codes, groups, plain, weighted }) => {
    test.each([
      ['plain', undefined, plain],
      ['weighted', weights, weighted],
    ] as const)('%s equals statsmodels', (_, given, [mean, error, lower, upper]) => {
      const clusters = { codes, count: groups }
      const found = clusteredMean(values, { clusters, ...(given ? { weights: given } : {}) })
      expectClose(found.mean, mean, 'mean')
      expectClose(found.standardError, error, 'standard error')
      const reach = studentT(found.df).isf(0.025) * found.standardError
      expectClose(found.mean - reach, lower, 'lower')
      expectClose(found.mean + reach, upper, 'upper')
    })
  },
)

test('clusteredMean of values on their own is the mean with its usual error', () => {
  expect(clusteredMean([1, 2, 3, 4])).toEqual({ mean: 2.5, standardError: Math.sqrt(5 / 3 / 4), df: 3 })
  expect(clusteredMean([1, 2], { clusters: { codes: [0, 0], count: 1 } }).standardError).toBeNaN()
})

// SciPy's beta quantiles, for the rows that Korn and Graubard's formula leaves.
test.each([
  [{ share: 0.9, standardError: 0.02, df: 99, rows: 1000 }, 0.95, [0.8525256838301936, 0.9362582078238559]],
  [{ share: 0.985, standardError: 0.008, df: 24, rows: 400 }, 0.9, [0.9628272314597621, 0.9956481464854413]],
  [{ share: 0.3, standardError: 0.01, df: 500, rows: 600 }, 0.95, [0.26356054756313446, 0.33842163411774195]],
])('kornGraubard of %o', (clustered, level, [low = 0, high = 0]) => {
  const { lower, upper } = kornGraubard(clustered, level)
  expectClose(lower, low, 'lower')
  expectClose(upper, high, 'upper')
})

test('kornGraubard of independent rows is Clopper and Pearson', () => {
  const standardError = Math.sqrt((0.8 * 0.2) / 50)
  const { lower, upper } = kornGraubard({ share: 0.8, standardError, df: 49, rows: 50 }, 0.95)
  const exact = clopperPearson(40, 50, 0.95)
  expectClose(lower, exact.lower, 'lower')
  expectClose(upper, exact.upper, 'upper')
  expect(() => kornGraubard({ share: 1, standardError: 0.1, df: 9, rows: 50 }, 0.95)).toThrow('one minus share')
})
