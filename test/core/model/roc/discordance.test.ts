import { expect, it } from 'vitest'
import { shareOrderedWorse } from '../../../../src/core/model/roc/discordance.ts'
import type { Scores } from '../../../../src/core/model/scores.ts'

/** Scores in tenths, so that many are tied; the same for the same seed. */
function scores(seed: number, m: number, n: number): Scores {
  let state = seed
  const next = () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * 10) / 10
  }
  return { positives: Float64Array.from({ length: m }, next), negatives: Float64Array.from({ length: n }, next) }
}

/** Over all pairs: 1 for a pair ordered rightly, ½ for a tie. */
function byAllPairs(challenger: Scores, champion: Scores): number {
  const order = ({ positives, negatives }: Scores, i: number, j: number) =>
    (Math.sign((positives[i] ?? 0) - (negatives[j] ?? 0)) + 1) / 2
  let worse = 0
  for (const i of champion.positives.keys())
    for (const j of champion.negatives.keys()) worse += Math.max(0, order(champion, i, j) - order(challenger, i, j))
  return worse / (champion.positives.length * champion.negatives.length)
}

it.each([1, 2, 3, 4, 5, 6])('equals the count over all pairs (seed %i)', seed => {
  const [challenger, champion] = [scores(seed, 31, 47), scores(seed + 100, 31, 47)]
  expect(shareOrderedWorse(challenger, champion)).toBeCloseTo(byAllPairs(challenger, champion), 14)
  expect(shareOrderedWorse(champion, challenger)).toBeCloseTo(byAllPairs(champion, challenger), 14)
  expect(byAllPairs(challenger, champion)).toBeGreaterThan(0)
})

it('is 0 for a model and itself, 1 for perfect orders turned round', () => {
  const model = { positives: Float64Array.of(0.9, 0.8), negatives: Float64Array.of(0.1, 0.2, 0.3) }
  const turned = { positives: Float64Array.of(0.1, 0.2), negatives: Float64Array.of(0.9, 0.8, 0.7) }
  expect(shareOrderedWorse(model, model)).toBe(0)
  expect(shareOrderedWorse(turned, model)).toBe(1)
})
