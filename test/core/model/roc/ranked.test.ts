import { expect, it } from 'vitest'
import { ranked } from '../../../../src/core/model/roc/ranked.ts'
import { seeded } from '../../../../src/core/stats/random/seeded.ts'

const { uniform } = seeded('abc')

it.each([1, 7, 500])('orders %i scores as a stable sort does, from the highest', n => {
  const scores = Float64Array.from({ length: n }, () => Math.floor(uniform() * 20) / 20)
  const { order, positive, last } = ranked(scores, row => row % 3 === 0)
  const expected = Array.from(scores.keys()).toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  expect(Array.from(order)).toEqual(expected)
  expect(Array.from(positive)).toEqual(expected.map(row => (row % 3 === 0 ? 1 : 0)))
  expect(Array.from(last)).toEqual(
    expected.map((row, place) => (scores[expected[place + 1] ?? -1] === scores[row] ? 0 : 1)),
  )
})
