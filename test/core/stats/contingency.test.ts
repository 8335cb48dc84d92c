import { describe, expect, test } from 'vitest'
import { chi2Contingency, fisherExact, gTest } from '../../../src/core/stats/index.ts'
import { expectClose } from './expect-close.ts'
import { vectors } from './scipy-vectors.ts'

/**
 * G and its p-value from mpmath: SciPy adds terms of opposite sign that nearly cancel in these tables, and keeps only nine
 * or ten digits.
 */
const CLOSER_THAN_SCIPY: Record<string, { statistic: number; pvalue: number }> = {
  'table-24': { statistic: 0.10104141602667553, pvalue: 0.750583455362482 },
  'table-37': { statistic: 22.22478434137613, pvalue: 0.03507639617144853 },
}

test('the reference values cover 40 tables, three of which SciPy refuses', () => {
  expect(vectors.contingency).toHaveLength(40)
  const refused = vectors.contingency.filter(({ expected }) => 'error' in expected.chi2_contingency)
  expect(refused.map(({ id }) => id)).toEqual(['table-02', 'table-13', 'table-16'])
})

describe.each(vectors.contingency)('$id', ({ id, table, expected: { chi2_contingency, g_log_likelihood } }) => {
  test('chi2Contingency equals SciPy', () => {
    if ('error' in chi2_contingency) {
      expect(() => chi2Contingency(table)).toThrow(/above 0 in every (row|column) but (row|column) \d+ holds none/)
      return
    }
    const { statistic, pValue, df, expected } = chi2Contingency(table)
    expectClose(statistic, chi2_contingency.statistic, 'statistic')
    expectClose(pValue, chi2_contingency.pvalue, 'p')
    expect(df).toBe(chi2_contingency.dof)
    expected.forEach((row, i) => {
      row.forEach((value, j) => {
        expectClose(value, chi2_contingency.expected_freq[i]?.[j] ?? Number.NaN, `expected[${i}][${j}]`)
      })
    })
  })

  test('gTest equals SciPy', () => {
    if ('error' in g_log_likelihood) {
      expect(() => gTest(table)).toThrow(RangeError)
      return
    }
    const { statistic, pValue } = gTest(table)
    const truth = CLOSER_THAN_SCIPY[id] ?? g_log_likelihood
    expectClose(statistic, truth.statistic, 'statistic')
    expectClose(pValue, truth.pvalue, 'p')
  })
})

describe('chi2Contingency and gTest', () => {
  // scipy.stats.chi2_contingency(..., correction=True)
  test('with the continuity correction', () => {
    const table = [
      [12, 5],
      [7, 9],
    ]
    const chi2 = chi2Contingency(table, { correction: true })
    const g = gTest(table, { correction: true })
    expectClose(chi2.statistic, 1.455996378814684, 'χ²')
    expectClose(chi2.pValue, 0.22756821457580642, 'p of χ²')
    expectClose(g.statistic, 1.4660007253363232, 'G')
    expectClose(g.pValue, 0.22597775072188128, 'p of G')
  })

  test('the correction changes nothing with more than one degree of freedom', () => {
    const table = [
      [3, 9, 4],
      [5, 6, 6],
    ]
    expect(chi2Contingency(table, { correction: true })).toEqual(chi2Contingency(table))
  })

  test('do not depend on the order of rows and columns, nor on which is which', () => {
    const { statistic } = chi2Contingency([
      [3, 9, 4],
      [5, 6, 6],
    ])
    const turned = [
      [6, 4],
      [6, 9],
      [5, 3],
    ]
    expectClose(chi2Contingency(turned).statistic, statistic, 'χ²', 1e-14)
  })

  test('one row or one column leaves nothing to test', () => {
    expect(chi2Contingency([[4, 5]])).toMatchObject({ statistic: 0, pValue: 1, df: 0 })
  })

  test.each([
    [[], /at least one row and one column/],
    [[[], []], /at least one row and one column/],
    [[[1, 2], [3]], /2 columns in row 2 but found 1/],
    [[[1, -2]], /row 1, column 2 but found -2/],
    [[[1, Number.NaN]], /row 1, column 2 but found NaN/],
    [[[0, 0]], /every row but row 1 holds none/],
  ])('%j is refused', (table, message) => {
    expect(() => chi2Contingency(table)).toThrow(message)
    expect(() => gTest(table)).toThrow(message)
  })
})

describe('fisherExact', () => {
  test('the reference values cover 44 tables', () => {
    expect(vectors.fisher).toHaveLength(44)
  })

  test.each(vectors.fisher)('$id equals SciPy', ({ table, expected: { fisher_exact } }) => {
    expectClose(fisherExact(table).statistic, fisher_exact.sample_odds_ratio, 'odds ratio')
    expectClose(fisherExact(table).pValue, fisher_exact.pvalue_two_sided, 'two-sided')
    expectClose(fisherExact(table, 'less').pValue, fisher_exact.pvalue_less, 'less')
    expectClose(fisherExact(table, 'greater').pValue, fisher_exact.pvalue_greater, 'greater')
  })

  // Home Mortgage Disclosure Act: approvals of 339 and 2041 applications
  test('243 of 339 against 1852 of 2041', () => {
    const { statistic, pValue } = fisherExact([
      [243, 96],
      [1852, 189],
    ])
    expect(statistic).toBeCloseTo(0.2583187, 7)
    expectClose(pValue, 2.3029e-19, 'p', 1e-4)
  })

  test('tables as likely as the observed one count, though rounding tells them apart', () => {
    // P = (C(30, 9) C(30, 21) / C(60, 30)), and the mirrored table is exactly as likely
    const table = [
      [9, 21],
      [21, 9],
    ]
    expectClose(fisherExact(table).pValue, 2 * fisherExact(table, 'less').pValue, 'p', 1e-13)
  })

  test.each([
    [[[1, 2]], /2 rows and 2 columns/],
    [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      /2 rows and 2 columns/,
    ],
    [
      [
        [1, 2],
        [3, -4],
      ],
      /row 2, column 2 to be a whole number of at least 0 but found -4/,
    ],
    [
      [
        [1, 2],
        [3, 0.5],
      ],
      /found 0.5/,
    ],
  ])('%j is refused', (table, message) => {
    expect(() => fisherExact(table)).toThrow(message)
  })
})
