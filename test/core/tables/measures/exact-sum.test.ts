import { describe, expect, it } from 'vitest'
import { addSum, addTo, noSum, sumOf } from '../../../../src/core/tables/measures/exact-sum.ts'

function sum(values: readonly number[]): number {
  const total = noSum()
  for (const value of values) addTo(total, value)
  return sumOf(total)
}

describe('a sum of doubles', () => {
  it.each([
    [[], 0],
    [Array<number>(10).fill(0.1), 1],
    [[1e100, 1, -1e100], 1],
    [[1, 1e100, 1, -1e100], 2],
    [[2 ** 53, 1, 1], 2 ** 53 + 2],
    [[1e-16, 1, 1e16], 10000000000000002],
    [[1e308, 1e292, -1e308], 1e292],
    [[1e308, 1e308, -1e308], 1e308],
    [[1e308, 1e308], Number.POSITIVE_INFINITY],
    [[5e-324, 5e-324, -1e-320], -9.99e-321],
    [[-5e-324], -5e-324],
    [[1.7976931348623157e308, 9e291], 1.7976931348623157e308],
    // Half-way between two doubles, to which the last part decides (math.fsum's own tests).
    [[2 ** 53, 1, 2 ** -100], 2 ** 53 + 2],
    [[2 ** 53 + 10, 1, 2 ** -100], 2 ** 53 + 12],
    [[2 ** 53 - 4, 0.5, 2 ** -54], 2 ** 53 - 3],
  ])('%j is %d', (values, expected) => {
    expect(sum(values)).toBe(expected)
  })

  it('stays exact beyond the additions after which digits are carried', () => {
    // From math.fsum([0.1] * 3_000_000)
    expect(sum(new Array<number>(3_000_000).fill(0.1)) === 300_000).toBe(true)
  })

  it('is the same in any order and any shards', () => {
    let seed = 1
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed / 2_147_483_647
    }
    const values = Array.from({ length: 2000 }, () => (random() - 0.5) * 10 ** Math.floor(random() * 40 - 20))
    const forwards = sum(values)
    const [a, b] = [noSum(), noSum()]
    for (const [i, value] of values.entries()) addTo(i < 700 ? a : b, value)
    addSum(a, b)
    expect(sumOf(a)).toBe(forwards)
    expect(sum(values.toReversed())).toBe(forwards)
    expect(sum(values.toSorted((x, y) => x - y))).toBe(forwards)
    expect(values.reduce((x, y) => x + y, 0)).not.toBe(forwards)
  })
})
