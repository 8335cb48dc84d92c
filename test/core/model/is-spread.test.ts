import { expect, it } from 'vitest'
import { isSpread } from '../../../src/core/model/is-spread.ts'

const values = (...runs: [count: number, value: number][]) =>
  Float64Array.from(runs.flatMap(([count, value]) => Array.from({ length: count }, () => value)))

it.each([
  ['nothing', values(), false],
  ['all alike', values([1000, 0.5]), false],
  ['nine apart, first', values([9, 1], [1000, 0.5]), false],
  ['nine apart, last', values([1000, 0.5], [9, 1]), false],
  ['ten apart, first', values([10, 1], [1000, 0.5]), true],
  ['ten apart, last', values([1000, 0.5], [10, 1]), true],
  ['ten values, all different', Float64Array.from({ length: 10 }, (_, i) => i), false],
  ['eleven values, all different', Float64Array.from({ length: 11 }, (_, i) => i), true],
  ['two halves', values([10, 1], [10, 2]), true],
])('%s: %s', (_, sample, spread) => {
  expect(isSpread(sample)).toBe(spread)
})
