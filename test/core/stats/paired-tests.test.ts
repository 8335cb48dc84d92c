import { describe, expect, test } from 'vitest'
import { seeded } from '../../../src/core/stats/random/seeded.ts'
import { dieboldMariano } from '../../../src/core/stats/tests/diebold-mariano.ts'
import { mcnemar } from '../../../src/core/stats/tests/mcnemar.ts'
import { signFlip } from '../../../src/core/stats/tests/sign-flip.ts'
import { expectClose } from './expect-close.ts'
import { vectors } from './resampling-vectors.ts'

const random = () => seeded('0123456789abcdef')

describe.each(vectors.mcnemar)('mcnemar of $b and $c', ({ b, c, statistic, exact, mid_p, chi2, chi2_corrected }) => {
  test('equals statsmodels', () => {
    expect(mcnemar(b, c).statistic).toBe(statistic)
    expectClose(mcnemar(b, c).pValue, exact, 'exact p')
    expectClose(mcnemar(b, c, { method: 'mid-p' }).pValue, mid_p, 'mid-p')
    for (const [expected, correction] of [
      [chi2, false],
      [chi2_corrected, true],
    ] as const) {
      const found = mcnemar(b, c, { method: 'chi-squared', correction })
      if (expected === undefined) expect(found).toEqual({ statistic: 0, pValue: 1 })
      else {
        expectClose(found.statistic, expected[0], 'χ²')
        expectClose(found.pValue, expected[1], 'p of χ²')
      }
    }
  })
})

describe('signFlip', () => {
  test.each(vectors.sign_flip)('equals SciPy on $differences', ({ differences, statistic, pvalue }) => {
    const found = signFlip(Float64Array.from(differences), random())
    expect(found.exact).toBe(true)
    expectClose(found.statistic, statistic, 'mean')
    expectClose(found.pValue, pvalue, 'p')
  })

  test('at random agrees with all ways, and is never 0', () => {
    const differences = Float64Array.of(0.3, -0.1, 0.6, 0.2, 0.5, -0.2, 0.4, 0.1, 0.7, -0.3)
    const exact = signFlip(differences, random()).pValue
    const drawn = signFlip(differences, random(), 1000)
    expect(drawn.exact).toBe(false)
    expect(Math.abs(drawn.pValue - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 1000))
    expect(signFlip(new Float64Array(100).fill(1), random(), 99).pValue).toBe(0.01)
  })

  test('takes every sign', () => {
    // Forty differences of one size: the number of positive signs is binomial, and 20 ± 6 or more has p = 0.0807.
    const differences = Float64Array.from({ length: 40 }, (_, i) => (i < 26 ? 1 : -1))
    expect(signFlip(differences, random()).pValue).toBeCloseTo(0.0807, 1.8)
  })
})

describe('dieboldMariano', () => {
  test.each(vectors.diebold_mariano)(
    'equals the package dieboldmariano at horizon $horizon',
    ({ differences, horizon, statistic, pvalue }) => {
      const found = dieboldMariano(Float64Array.from(differences), horizon)
      expect(found.variance).toBe('truncated')
      expectClose(found.statistic, statistic, 'statistic')
      // Its own incomplete beta function stops at ten digits.
      expectClose(found.pValue, pvalue, 'p', 1e-9)
      expectClose(found.mean / found.standardError, statistic, 'mean / standard error')
    },
  )

  test('weights the autocovariances where their sum is negative', () => {
    const differences = Float64Array.from({ length: 20 }, (_, t) => (t % 2 === 0 ? 1.2 : -0.8) + t / 1000)
    const found = dieboldMariano(differences, 2)
    expect(found.variance).toBe('bartlett')
    expect(found.standardError).toBeGreaterThan(0)
  })

  test('of differences that do not vary says nothing but which is better', () => {
    expect(dieboldMariano(new Float64Array(9)).pValue).toBeNaN()
    expect(dieboldMariano(new Float64Array(9).fill(0.5)).pValue).toBe(0)
    expect(() => dieboldMariano(new Float64Array(3), 3)).toThrow('Expected a horizon from 1 to 2')
  })
})
