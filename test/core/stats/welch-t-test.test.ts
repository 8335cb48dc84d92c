import { describe, expect, test } from 'vitest'
import { welchTTest } from '../../../src/core/stats/index.ts'
import { expectClose } from './expect-close.ts'

describe('welchTTest', () => {
  // mean 3 and 6, variance of the mean 2.5 / 5 and 14 / 4
  const x = [1, 2, 3, 4, 5]
  const y = [2, 4, 8, 10]

  test('t, its degrees of freedom and the difference by hand', () => {
    const { statistic, df, difference } = welchTTest(x, y)
    const [a, b] = [2.5 / 5, 40 / 3 / 4]
    expectClose(statistic, -3 / Math.sqrt(a + b), 't', 1e-14)
    expectClose(df, (a + b) ** 2 / (a ** 2 / 4 + b ** 2 / 3), 'df', 1e-14)
    expect(difference).toBe(-3)
  })

  test('the interval excludes 0 exactly when p is below what the level leaves', () => {
    for (const level of [0.5, 0.8, 0.9, 0.99]) {
      const { pValue, interval } = welchTTest(x, y, { level })
      expect(interval.lower > 0 || interval.upper < 0).toBe(pValue < 1 - level)
      expectClose(interval.upper + interval.lower, -6, 'centre', 1e-13)
    }
  })

  test('does not change with the unit, however large or small', () => {
    const { statistic, pValue, df } = welchTTest(x, y)
    for (const unit of [2 ** 1000, 2 ** -1000]) {
      const [a, b] = [x.map(value => value * unit), y.map(value => value * unit)]
      expect(welchTTest(a, b)).toMatchObject({ statistic, pValue, df })
    }
  })

  test('constants whose sum rounds still do not vary', () => {
    expect(welchTTest([0.1, 0.1, 0.1], [0.1, 0.1, 0.1, 0.1])).toMatchObject({ statistic: 0, pValue: 1, df: 5 })
    expect(welchTTest([0.3, 0.3], [0.1, 0.1])).toMatchObject({ statistic: Infinity, pValue: 0 })
  })

  test('a level outside (0, 1) is refused', () => {
    expect(() => welchTTest(x, y, { level: 1 })).toThrow(/level between 0 and 1/)
  })
})
