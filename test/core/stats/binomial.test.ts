import { describe, expect, test } from 'vitest'
import { binomTest, clopperPearson, newcombe, wilson } from '../../../src/core/stats/index.ts'
import { expectClose } from './expect-close.ts'
import { vectors } from './scipy-vectors.ts'

/**
 * Intervals of 1 success in 10 000 from mpmath: SciPy looks for the ends with a root finder that stops at 2e-12 absolute,
 * which at an end of 2.5e-6 leaves eight digits.
 */
const CLOSER_THAN_SCIPY: Record<string, [number, number]> = {
  'binom-29 0.9': [5.129316283767299e-6, 0.0004742976591654369],
  'binom-29 0.95': [2.531777593474689e-6, 0.0005570369979470473],
  'binom-29 0.99': [5.01254056726572e-7, 0.0007427741123960362],
}

test('the reference values cover 48 binomial outcomes', () => {
  expect(vectors.binomial).toHaveLength(48)
})

describe.each(vectors.binomial)('$id: $k of $n against $p', ({ id, k, n, p, expected: { binomtest } }) => {
  test('binomTest equals SciPy', () => {
    expect(binomTest(k, n, p).statistic).toBe(k / n)
    expectClose(binomTest(k, n, p).pValue, binomtest.pvalue_two_sided, 'two-sided')
    expectClose(binomTest(k, n, p, 'less').pValue, binomtest.pvalue_less, 'less')
    expectClose(binomTest(k, n, p, 'greater').pValue, binomtest.pvalue_greater, 'greater')
  })

  test.each(['0.9', '0.95', '0.99'] as const)('clopperPearson at %s equals SciPy', level => {
    const [lower, upper] = CLOSER_THAN_SCIPY[`${id} ${level}`] ?? binomtest[`clopper_pearson_${level}`]
    const interval = clopperPearson(k, n, Number(level))
    expectClose(interval.lower, lower, 'lower')
    expectClose(interval.upper, upper, 'upper')
  })

  test('a one-sided bound of 95 % is the end of the interval of 90 %', () => {
    const bound = CLOSER_THAN_SCIPY[`${id} 0.9`]?.[0] ?? binomtest['clopper_pearson_lower_one_sided_0.95']
    expectClose(clopperPearson(k, n, 0.9).lower, bound, 'lower')
  })

  test('wilson equals SciPy', () => {
    const [lower, upper] = binomtest['wilson_0.95']
    expectClose(wilson(k, n, 0.95).lower, lower, 'lower')
    expectClose(wilson(k, n, 0.95).upper, upper, 'upper')
  })

  test('the ends of clopperPearson are where the one-sided tests reach half of what the level leaves', () => {
    const { lower, upper } = clopperPearson(k, n, 0.95)
    if (k > 0) expectClose(binomTest(k, n, lower, 'greater').pValue, 0.025, 'greater at the lower end')
    if (k < n) expectClose(binomTest(k, n, upper, 'less').pValue, 0.025, 'less at the upper end')
  })
})

describe('intervals', () => {
  test('419 correct of 500', () => {
    expect(clopperPearson(419, 500, 0.95).lower).toBeCloseTo(0.8027236639, 10)
    expect(clopperPearson(419, 500, 0.95).upper).toBeCloseTo(0.8692172547, 10)
    expect(clopperPearson(419, 500, 0.9).lower).toBeCloseTo(0.8084195501, 10)
    expect(wilson(419, 500, 0.95).lower).toBeCloseTo(0.8031477342, 10)
    expect(wilson(419, 500, 0.95).upper).toBeCloseTo(0.8676982116, 10)
  })

  test('no failure in n trials: the rule of three, exactly', () => {
    expect(clopperPearson(0, 300, 0.9).lower).toBe(0)
    expectClose(clopperPearson(0, 300, 0.9).upper, 1 - 0.05 ** (1 / 300), 'upper')
    expect(clopperPearson(300, 300, 0.9).upper).toBe(1)
  })

  // R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, table II, method 10
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('newcombe: %d of %d and %d of %d as published', (k1, n1, k2, n2, lower, upper) => {
    const interval = newcombe(k1, n1, k2, n2, 0.95)
    expect(interval.lower).toBeCloseTo(lower, 4)
    expect(interval.upper).toBeCloseTo(upper, 4)
  })

  // statsmodels.stats.proportion.confint_proportions_2indep(method='newcomb')
  test('newcombe equals statsmodels', () => {
    const { lower, upper } = newcombe(44, 121, 142, 277, 0.9)
    expectClose(lower, -0.2330155194128804, 'lower', 1e-13)
    expectClose(upper, -0.05993595062694629, 'upper', 1e-13)
  })

  test('newcombe changes sign with the order of the samples', () => {
    const there = newcombe(3, 40, 11, 90, 0.99)
    const back = newcombe(11, 90, 3, 40, 0.99)
    expectClose(there.lower, -back.upper, 'lower', 1e-14)
    expectClose(there.upper, -back.lower, 'upper', 1e-14)
  })
})

describe('bad input', () => {
  test.each([
    [5, 4, /k to be at most n = 4 but found 5/],
    [-1, 4, /number of successes k to be a whole number of at least 0 but found -1/],
    [1.5, 4, /found 1.5/],
    [0, 0, /at least one trial/],
    [Number.NaN, 4, /found NaN/],
  ])('%d of %d is refused', (k, n, message) => {
    expect(() => clopperPearson(k, n, 0.95)).toThrow(message)
    expect(() => wilson(k, n, 0.95)).toThrow(RangeError)
    expect(() => binomTest(k, n, 0.5)).toThrow(RangeError)
    expect(() => newcombe(1, 2, k, n, 0.95)).toThrow(RangeError)
  })

  test.each([0, 1, 95, -0.5, Number.NaN])('a level of %d is refused', level => {
    expect(() => clopperPearson(1, 2, level)).toThrow(/level between 0 and 1, both excluded, but found/)
    expect(() => newcombe(1, 2, 1, 2, level)).toThrow(RangeError)
  })

  test('a probability outside [0, 1] is refused', () => {
    expect(() => binomTest(1, 2, 1.1)).toThrow(/probability in \[0, 1\] but found 1.1/)
  })
})
