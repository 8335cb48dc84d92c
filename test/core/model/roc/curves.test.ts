import { expect, test } from 'vitest'
import { curvesOf } from '../../../../src/core/model/roc/curves.ts'
import { seeded } from '../../../../src/core/stats/random/seeded.ts'

/** Both curves by their definition: every threshold against every step. */
function slowly(positives: readonly number[], negatives: readonly number[]) {
  const points = [...new Set([...positives, ...negatives])].map(threshold => {
    const tp = positives.filter(score => score >= threshold).length
    const fp = negatives.filter(score => score >= threshold).length
    return { tpr: tp / positives.length, fpr: fp / negatives.length, precision: tp / (tp + fp) }
  })
  const steps = Array.from({ length: 41 }, (_, step) => step / 40)
  return {
    roc: steps.map(step => Math.max(0, ...points.filter(({ fpr }) => fpr <= step + 1e-9).map(({ tpr }) => tpr))),
    precisionRecall: steps.map(step =>
      Math.max(0, ...points.filter(({ tpr }) => tpr >= step - 1e-9).map(({ precision }) => precision)),
    ),
  }
}

test.each([
  [7, 5, 10],
  [40, 80, 1000],
  [3, 200, 4],
  [120, 1, 50],
])('%i positives and %i negatives of %i scores', (ones, others, of) => {
  const random = seeded(`${ones}/${others}`)
  const draw = (n: number, shift: number) =>
    Array.from({ length: n }, () => Math.floor((random.uniform() + shift) * of) / of)
  const [positives, negatives] = [draw(ones, 0.3), draw(others, 0)]
  const curves = curvesOf({ positives: Float64Array.from(positives), negatives: Float64Array.from(negatives) })
  expect(curves).toEqual(slowly(positives, negatives))
})

test('classes that the scores part', () => {
  const { roc, precisionRecall } = curvesOf({ positives: Float64Array.of(0.9, 0.8), negatives: Float64Array.of(0.1) })
  expect(roc).toEqual(new Array(41).fill(1))
  expect(precisionRecall).toEqual(new Array(41).fill(1))
})
