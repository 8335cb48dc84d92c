import { describe, expect, test } from 'vitest'
import { energyDistance, wassersteinDistance } from '../../../src/core/stats/index.ts'
import { expectClose } from './expect-close.ts'

const x = [3.1, -2, 0.5, 7.25, 0.5]
const y = [1, 4.5, -3]

describe('wassersteinDistance', () => {
  test('of a sample to itself is 0, to its copy moved by c is |c|', () => {
    expect(wassersteinDistance(x, x)).toBe(0)
    const moved = x.map(value => value - 2.5)
    expectClose(wassersteinDistance(x, moved), 2.5, 'distance', 1e-14)
  })

  test('grows with the unit', () => {
    const [tenX, tenY] = [x.map(value => 10 * value), y.map(value => 10 * value)]
    expectClose(wassersteinDistance(tenX, tenY), 10 * wassersteinDistance(x, y), 'distance', 1e-14)
  })

  test('of samples of one size is the mean distance of the sorted values', () => {
    expectClose(wassersteinDistance([5, 1, 3], [2, 2, 9]), (1 + 1 + 4) / 3, 'distance', 1e-15)
  })

  test('of two single values is their distance', () => {
    expect(wassersteinDistance([2], [-1.5])).toBe(3.5)
  })
})

describe('energyDistance', () => {
  test('squared is 2 E|X − Y| − E|X − X′| − E|Y − Y′|', () => {
    const mean = (a: number[], b: number[]) =>
      a.flatMap(u => b.map(v => Math.abs(u - v))).reduce((sum, d) => sum + d, 0) / (a.length * b.length)
    expectClose(energyDistance(x, y) ** 2, 2 * mean(x, y) - mean(x, x) - mean(y, y), 'squared distance', 1e-13)
  })

  test('of a sample to itself is 0, also in another order', () => {
    expect(energyDistance(x, [...x].reverse())).toBe(0)
  })
})
