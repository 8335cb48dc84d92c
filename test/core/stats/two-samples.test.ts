import { describe, expect, test } from 'vitest'
import {
  andersonKSamp,
  cramerVonMises2samp,
  energyDistance,
  eppsSingleton2samp,
  ks2samp,
  mannWhitneyU,
  wassersteinDistance,
  welchTTest,
} from '../../../src/core/stats/index.ts'
import { expectClose } from './expect-close.ts'
import { generatedSample } from './generated-sample.ts'
import { vectors } from './scipy-vectors.ts'

/**
 * Cramér–von Mises p-values from mpmath: SciPy ends the series of the limiting distribution at terms of 1e-7 and takes the
 * result from 1, so its small p-values are wrong, in 'two-27' by 244 orders of magnitude.
 */
const CRAMER_VON_MISES: Record<string, number> = {
  'two-23': 2.3312198135679835e-9,
  'two-27': 1.583464013103357e-252,
  'two-34': 1.1928293366147502e-7,
  'two-36': 7.184087947147267e-12,
  'two-42': 5.97041027662248e-161,
}

/** The p-value from mpmath: SciPy's covariance, of condition 5e4, leaves it ten digits less one. */
const EPPS_SINGLETON: Record<string, number> = { 'two-34': 5.541058226731728e-26 }

/** Cases in which SciPy's Welch test overflows (values of 1e150): its results for the same values divided by 2^498. */
const WELCH: Record<string, { pvalue: number; df: number }> = {
  'two-45': { pvalue: 0.8704231224409795, df: 186.5321496569939 },
}

const cases = vectors.two_sample.map(given => ({
  ...given,
  x: generatedSample(given.x_spec),
  y: generatedSample(given.y_spec),
  given,
}))

test('the reference values cover 48 pairs of samples', () => {
  expect(cases).toHaveLength(48)
})

describe.each(cases)('$id', ({ id, x, y, given, expected }) => {
  test('the generator makes the samples of the reference values', () => {
    for (const [values, { first, last, sum_left_to_right }, written] of [
      [x, given.x_check, given.x],
      [y, given.y_check, given.y],
    ] as const) {
      expect([values.at(0), values.at(-1), values.reduce((sum, value) => sum + value, 0)]).toEqual([
        first,
        last,
        sum_left_to_right,
      ])
      if (written) expect(values).toEqual(written)
    }
  })

  test('ks2samp equals SciPy, exact and asymptotic', () => {
    expectClose(ks2samp(x, y).statistic, expected.ks_2samp.statistic, 'D', 1e-14)
    expectClose(ks2samp(x, y).pValue, expected.ks_2samp.pvalue, 'p', 1e-13)
    expectClose(ks2samp(x, y, { method: 'asymptotic' }).pValue, expected.ks_2samp.pvalue_asymp, 'asymptotic p', 1e-11)
  })

  test('mannWhitneyU equals SciPy', () => {
    expectClose(mannWhitneyU(x, y).statistic, expected.mannwhitneyu.statistic, 'U')
    expectClose(mannWhitneyU(x, y).pValue, expected.mannwhitneyu.pvalue, 'p')
    const { pValue } = mannWhitneyU(x, y, { method: 'asymptotic' })
    expectClose(pValue, expected.mannwhitneyu.pvalue_asymptotic, 'asymptotic p')
  })

  test('cramerVonMises2samp equals SciPy', () => {
    if ('error' in expected.cramervonmises_2samp) throw new Error('SciPy refuses none of these')
    const { statistic, pValue } = cramerVonMises2samp(x, y)
    expectClose(statistic, expected.cramervonmises_2samp.statistic, 'T')
    expectClose(pValue, CRAMER_VON_MISES[id] ?? expected.cramervonmises_2samp.pvalue, 'p')
  })

  test('andersonKSamp equals SciPy', () => {
    if ('error' in expected.anderson_ksamp) {
      expect(id).toBe('two-37')
      expect(() => andersonKSamp([x, y])).toThrow(/at least two distinct values/)
      return
    }
    const { statistic, pValue, bound } = andersonKSamp([x, y])
    expectClose(statistic, expected.anderson_ksamp.statistic, 'A²')
    expectClose(pValue, expected.anderson_ksamp.pvalue, 'p')
    expect(bound).toBe(pValue === 0.25 ? 'at-least' : pValue === 0.001 ? 'at-most' : 'interpolated')
  })

  test('eppsSingleton2samp equals SciPy', () => {
    if ('error' in expected.epps_singleton_2samp) {
      expect(id).toBe('two-37')
      expect(() => eppsSingleton2samp(x, y)).toThrow(/interquartile range is above 0 but found 0/)
      return
    }
    const { statistic, pValue } = eppsSingleton2samp(x, y)
    // two different constants: SciPy divides by the rounding error of a covariance that is 0
    expectClose(statistic, id === 'two-38' ? Infinity : expected.epps_singleton_2samp.statistic, 'W')
    expectClose(pValue, EPPS_SINGLETON[id] ?? expected.epps_singleton_2samp.pvalue, 'p')
  })

  test('welchTTest equals SciPy', () => {
    const result = welchTTest(x, y)
    // neither sample varies: SciPy gives NaN or an infinity, one degree of freedom and no interval
    if (id === 'two-37') expect(result).toMatchObject({ statistic: 0, pValue: 1, df: 20 })
    else if (id === 'two-38') expect(result).toMatchObject({ statistic: -Infinity, pValue: 0, df: 20 })
    else {
      const { ttest_ind_welch } = expected
      expectClose(result.statistic, ttest_ind_welch.statistic, 't')
      expectClose(result.pValue, WELCH[id]?.pvalue ?? ttest_ind_welch.pvalue, 'p')
      expectClose(result.df, WELCH[id]?.df ?? ttest_ind_welch.df, 'df')
      if (id === 'two-45') return
      expectClose(result.interval.lower, ttest_ind_welch.ci95_low, 'lower', 1e-9)
      expectClose(result.interval.upper, ttest_ind_welch.ci95_high, 'upper', 1e-9)
    }
  })

  test('wassersteinDistance and energyDistance equal SciPy', () => {
    expectClose(wassersteinDistance(x, y), expected.wasserstein_distance.distance, 'Wasserstein')
    expectClose(energyDistance(x, y), expected.energy_distance.distance, 'energy')
  })

  test('the order of the values does not matter, the samples are left as they were', () => {
    const [frozenX, frozenY] = [Object.freeze([...x].reverse()), Float64Array.from(y)]
    expect(ks2samp(frozenX, frozenY)).toEqual(ks2samp(x, y))
    expect(mannWhitneyU(frozenX, frozenY)).toEqual(mannWhitneyU(x, y))
    expect(cramerVonMises2samp(frozenX, frozenY)).toEqual(cramerVonMises2samp(x, y))
    expect(welchTTest(frozenX, frozenY)).toEqual(welchTTest(x, y))
    expect(wassersteinDistance(frozenX, frozenY)).toBe(wassersteinDistance(x, y))
    expect(frozenY).toEqual(Float64Array.from(y))
  })

  test('exchanging the samples changes nothing but the direction', () => {
    expect(ks2samp(y, x)).toEqual(ks2samp(x, y))
    expect(mannWhitneyU(y, x).superiority).toBeCloseTo(1 - mannWhitneyU(x, y).superiority, 14)
    expectClose(mannWhitneyU(y, x).pValue, mannWhitneyU(x, y).pValue, 'Mann–Whitney p', 1e-12)
    expectClose(welchTTest(y, x).statistic, -welchTTest(x, y).statistic, 't', 1e-14)
    expect(wassersteinDistance(y, x)).toBe(wassersteinDistance(x, y))
    expect(energyDistance(y, x)).toBe(energyDistance(x, y))
  })
})

describe('bad input', () => {
  const tests = {
    andersonKSamp: (x: number[], y: number[]) => andersonKSamp([x, y]),
    cramerVonMises2samp,
    energyDistance,
    eppsSingleton2samp,
    ks2samp,
    mannWhitneyU,
    wassersteinDistance,
    welchTTest,
  }
  const sample = [1, 2, 3, 4, 5]

  test.each(Object.entries(tests))('%s refuses an empty sample and NaN', (_, run) => {
    expect(() => run([], sample)).toThrow(RangeError)
    expect(() => run(sample, [])).toThrow(/at least one value but found none|Expected two or more/)
    expect(() => run(sample, [1, 2, Number.NaN, 4, 5])).toThrow(/to hold numbers only but found NaN/)
    expect(() => run([Number.NaN, 2, 3, 4, 5], sample)).toThrow(RangeError)
  })

  test.each(['energyDistance', 'eppsSingleton2samp', 'wassersteinDistance', 'welchTTest'] as const)(
    '%s refuses infinities',
    name => {
      expect(() => tests[name](sample, [1, 2, 3, 4, Infinity])).toThrow(/finite numbers only but found Infinity/)
      expect(() => tests[name]([-Infinity, 2, 3, 4, 5], sample)).toThrow(/x to hold finite numbers only/)
    },
  )

  test('samples too small for a test are refused', () => {
    expect(() => welchTTest([1], [1, 2])).toThrow(/x to hold at least 2 values but found 1/)
    expect(() => eppsSingleton2samp(sample, [1, 2, 3, 4])).toThrow(/y to hold at least 5 values but found 4/)
    expect(() => cramerVonMises2samp([1], sample)).toThrow(/two or more values per sample but found 1/)
    expect(() => andersonKSamp([sample])).toThrow(/at least two samples but found 1/)
    expect(() => andersonKSamp([[1], [2]])).toThrow(/at least four values in all but found 2/)
  })

  test('the exact Mann–Whitney test refuses ties', () => {
    expect(() => mannWhitneyU([1, 2], [2, 3], { method: 'exact' })).toThrow(/found ties/)
  })
})
