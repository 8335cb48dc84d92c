import { expect, it } from 'vitest'
import { midranksAmong } from '../../../../src/core/model/roc/midranks.ts'
import { placementsInOrder, placementsOf } from '../../../../src/core/model/roc/placements.ts'
import { countAtMost, countBelow } from '../../../../src/core/model/roc/sorted.ts'
import { seeded } from '../../../../src/core/stats/random/seeded.ts'

const { uniform } = seeded('abc')
const numbers = (n: number, one: () => number) => Float64Array.from({ length: n }, one)

it.each([
  ['few values with ties', 40, () => Math.floor(uniform() * 5) / 4],
  ['more values than buckets', 200_000, () => Math.round(uniform() * 1e5) / 1e5],
  ['values crowded at one end', 3000, () => uniform() ** 30],
  ['values of one kind', 50, () => 0.3],
  ['values beyond any width', 60, () => 1.7e308 * (uniform() < 0.5 ? -uniform() : uniform())],
])('are counts below and at most, twice the midrank: %s', (_, n, one) => {
  const sorted = numbers(n, one).sort()
  const scores = Float64Array.of(...numbers(500, one), ...sorted.subarray(0, 20), -1, 2, 0, 1, 0.5)
  expect(midranksAmong(sorted, scores)).toEqual(
    scores.map(score => countBelow(sorted, score) + countAtMost(sorted, score)),
  )
})

it('are 0 among no values', () => {
  expect(midranksAmong(new Float64Array(), Float64Array.of(1, 2))).toEqual(new Float64Array(2))
})

it('in order are the same placements, ascending', () => {
  const scores = {
    positives: numbers(300, () => Math.round(40 * uniform()) / 40),
    negatives: numbers(400, () => Math.round(30 * uniform()) / 40),
  }
  const { positives, negatives } = placementsOf(scores)
  const inOrder = placementsInOrder(scores)
  expect(inOrder.positives).toEqual(positives.toSorted())
  expect(inOrder.negatives.toReversed()).toEqual(negatives.toSorted())
})
