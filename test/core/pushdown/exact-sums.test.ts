import { expect, it } from 'vitest'
import { cutsFor, exponentOf, lastBitOf } from '../../../src/core/pushdown/exact-sums.ts'
import { addTo, integerOf, noSum } from '../../../src/core/tables/measures/exact-sum.ts'

/** What an engine does with the cuts: additions of doubles alone, each piece summed on its own. */
function summedByPieces(values: readonly number[]): bigint {
  const sizes = values.map(Math.abs).filter(size => size > 0)
  const cuts = cutsFor(Math.max(...sizes), lastBitOf(Math.min(...sizes)), values.length)
  if (!cuts) throw new Error('too many pieces')
  const sums = [...cuts.constants, 0].map(() => 0)
  for (const value of values) {
    let rest = value
    for (const [i, c] of cuts.constants.entries()) {
      const piece = rest + c - c
      rest -= piece
      sums[i] = (sums[i] ?? 0) + piece
    }
    sums[cuts.constants.length] = (sums.at(-1) ?? 0) + rest
  }
  return exactly(sums)
}

function exactly(values: readonly number[]): bigint {
  const sum = noSum()
  for (const value of values) addTo(sum, value)
  return integerOf(sum)
}

const random = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

it.each([1, 2, 3, 4])('sums doubles in pieces without rounding, whatever their sizes (%i)', seed => {
  const next = random(seed)
  const values = Array.from({ length: 3000 }, () => (next() - 0.5) * 10 ** (seed * 4 * (next() - 0.5)))
  expect(summedByPieces(values)).toBe(exactly(values))
  expect(summedByPieces(values.toReversed())).toBe(exactly(values))
})

it('sums what a plain sum loses', () => {
  const values = [1e16, 1, -1e16, 0.1, 0.2, -0.3]
  expect(values.reduce((sum, value) => sum + value, 0)).not.toBe(1 + (0.1 + 0.2 - 0.3))
  expect(summedByPieces(values)).toBe(exactly(values))
})

it('says where it would take too many pieces', () => {
  expect(cutsFor(1e300, lastBitOf(1e-300), 1_000_000)).toBeUndefined()
  expect(cutsFor(1000, 0, 20_000_000)?.constants).toEqual([])
})

it.each([
  [1, 0],
  [0.75, -1],
  [1023.999, 9],
  [2 ** -1074, -1074],
  [Number.MAX_VALUE, 1023],
])('knows the exponent of %d', (value, exponent) => {
  expect(exponentOf(value)).toBe(exponent)
})
