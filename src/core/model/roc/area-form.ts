import type { InfluenceForm } from '../forms/form.ts'
import type { Scores } from '../scores.ts'
import { countAtMost, countBelow } from './sorted.ts'

/**
 * The area under the ROC curve and the influence of each row on it: its weight times how far its placement lies from the
 * area, over the weight of its class. Summed over clusters this gives the variance of Obuchowski, Biometrics 53 (1997); over
 * rows that of DeLong, up to m / (m − 1).
 */
export function areaForm({ positives, negatives }: Scores, weights?: Float64Array): InfluenceForm {
  const all = weights ?? new Float64Array(positives.length + negatives.length).fill(1)
  const ofPositives = all.subarray(0, positives.length)
  const ofNegatives = all.subarray(positives.length)
  const above = shareBelow(positives, negatives, ofNegatives)
  const below = shareBelow(negatives, positives, ofPositives).map(share => 1 - share)
  const value = weightedMean(above, ofPositives)
  const standing = new Float64Array(all.length)
  standing.set(above)
  standing.set(below, positives.length)
  const [one, other] = [total(ofPositives), total(ofNegatives)]
  return {
    kind: 'influence',
    value,
    influence: standing.map(
      (share, row) => ((all[row] ?? 1) * (share - value)) / (row < positives.length ? one : other),
    ),
    standing,
  }
}

const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)

const weightedMean = (values: Float64Array, weights: Float64Array) =>
  total(values.map((value, i) => value * (weights[i] ?? 1))) / total(weights)

/** For each score, the weight of the others below it and half the weight of those level with it, over all their weight. */
function shareBelow(scores: Float64Array, others: Float64Array, weights: Float64Array): Float64Array {
  const order = Uint32Array.from(others.keys()).sort((a, b) => (others[a] ?? 0) - (others[b] ?? 0))
  const sorted = Float64Array.from(order, row => others[row] ?? Number.NaN)
  const heaped = new Float64Array(order.length + 1)
  for (const [i, row] of order.entries()) heaped[i + 1] = (heaped[i] ?? 0) + (weights[row] ?? 1)
  const all = heaped.at(-1) ?? Number.NaN
  return scores.map(
    score => ((heaped[countBelow(sorted, score)] ?? 0) + (heaped[countAtMost(sorted, score)] ?? 0)) / (2 * all),
  )
}
