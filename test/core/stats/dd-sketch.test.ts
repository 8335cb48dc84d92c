import { expect, test } from 'vitest'
import { addToSketch, ddSketch, mergeSketch, sketchedRank } from '../../../src/core/stats/index.ts'
import { random } from '../drift/random.ts'

const { normal } = random(7)
const values = Array.from({ length: 20_000 }, () => Math.exp(5 + 1.2 * normal()))
const sketchOf = (part: readonly number[]) => {
  const sketch = ddSketch()
  for (const value of part) addToSketch(sketch, value)
  return sketch
}

test('every quantile lies within one per cent of the value of its rank', () => {
  const sketch = sketchOf(values)
  const sorted = values.toSorted((a, b) => a - b)
  for (const rank of [1, 2, 100, 10_000, 19_000, 19_800, 19_999, 20_000]) {
    const exact = sorted[rank - 1] ?? 0
    expect(Math.abs(sketchedRank(sketch, rank) / exact - 1), `rank ${rank}`).toBeLessThanOrEqual(0.01 + 1e-12)
  }
})

test('parts merged in any order are the whole', () => {
  const whole = sketchOf([0, ...values])
  const [a, b, c] = [[0, ...values.slice(0, 5000)], values.slice(5000, 5001), values.slice(5001)]
  for (const parts of [
    [a, b, c],
    [c, a, b],
    [b, c, a],
  ]) {
    const merged = ddSketch()
    for (const part of parts) mergeSketch(merged, sketchOf(part ?? []))
    expect([merged.n, merged.zeros]).toEqual([whole.n, whole.zeros])
    expect([...merged.bins].sort(([x], [y]) => x - y)).toEqual([...whole.bins].sort(([x], [y]) => x - y))
  }
})

test('zero stays zero, and nothing has no quantile', () => {
  expect(sketchedRank(sketchOf([0, 0, 5]), 2)).toBe(0)
  expect(sketchedRank(ddSketch(), 1)).toBeNaN()
})
