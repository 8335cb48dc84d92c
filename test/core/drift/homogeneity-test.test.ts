import { describe, expect, test } from 'vitest'
import { homogeneityTest, mergeThin, THIN } from '../../../src/core/drift/homogeneity-test.ts'
import { random } from './random.ts'

const cells = (...pairs: [number, number][]) => pairs.map(([reference, current]) => ({ reference, current }))

describe('mergeThin', () => {
  test('leaves categories alone that are expected often enough', () => {
    expect(mergeThin(cells([60, 40], [40, 60]))).toEqual(cells([60, 40], [40, 60]))
  })

  test('merges the rare ones into one', () => {
    expect(mergeThin(cells([90, 90], [4, 2], [1, 5], [5, 3]))).toEqual(cells([10, 10], [90, 90]))
  })

  test('takes the next category in where the rare ones together are still too few', () => {
    expect(mergeThin(cells([90, 90], [9, 9], [1, 0], [0, 1]))).toEqual(cells([10, 10], [90, 90]))
  })

  test('never merges the last two', () => {
    expect(mergeThin(cells([398, 2], [2, 8]))).toEqual(cells([2, 8], [398, 2]))
    expect(mergeThin(cells([1, 1], [1, 1], [2, 1]))).toEqual(cells([2, 2], [2, 1]))
  })

  test('drops what neither side holds', () => {
    expect(mergeThin(cells([0, 0], [20, 20]))).toEqual(cells([20, 20]))
  })

  test('keeps every row, and leaves nothing thin but one of two', () => {
    const from = random(7)
    for (let run = 0; run < 500; run++) {
      const before = Array.from({ length: 1 + from.index([0.2, 0.2, 0.2, 0.2, 0.2]) * 4 }, () => ({
        reference: Math.floor(40 * from.uniform() ** 3),
        current: Math.floor(20 * from.uniform() ** 3),
      }))
      const after = mergeThin(before)
      const rows = (side: 'reference' | 'current', list: typeof before) =>
        list.reduce((sum, cell) => sum + cell[side], 0)
      const [n, m] = [rows('reference', before), rows('current', before)]
      expect([rows('reference', after), rows('current', after)]).toEqual([n, m])
      const expected = after.map(cell => ((cell.reference + cell.current) * Math.min(n, m)) / (n + m))
      if (after.length > 2) expect(Math.min(...expected)).toBeGreaterThanOrEqual(THIN)
    }
  })
})

describe('homogeneityTest', () => {
  test('cannot find a difference between tables that hold one category', () => {
    expect(homogeneityTest(cells([50, 70]))).toEqual({ pValue: 1, testable: false })
    expect(homogeneityTest([])).toEqual({ pValue: 1, testable: false })
  })

  test('finds that a rare category has taken over a handful of rows', () => {
    expect(homogeneityTest(cells([990, 0], [10, 6])).pValue).toBeLessThan(1e-9)
  })
})
