import type { GroupedScores } from './grouped-scores.ts'
import { isotonic } from './isotonic.ts'

/**
 * Probabilities of the positive class at ascending scores, by isotonic regression of the label on the reference's score: linear between
 * the scores that were fitted, constant beyond them, as scikit-learn's IsotonicRegression(out_of_bounds='clip') has it.
 */
export function calibratedAt(scores: Float64Array, { scores: known, rows, positives }: GroupedScores): Float64Array {
  const fitted = isotonic(
    positives.map((hits, i) => hits / (rows[i] ?? 0)),
    rows,
  )
  const probabilities = new Float64Array(scores.length)
  let [below, above] = [-1, 0]
  const next = (from: number) => {
    let i = from
    while (i < known.length && rows[i] === 0) i++
    return i
  }
  above = next(0)
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] ?? Number.NaN
    while (above < known.length && (known[above] ?? 0) <= score) {
      below = above
      above = next(above + 1)
    }
    const [left, right] = [fitted[below], fitted[above]]
    if (left === undefined) probabilities[i] = right ?? Number.NaN
    else if (right === undefined || right === left) probabilities[i] = left
    else {
      const start = known[below] ?? 0
      probabilities[i] = left + ((right - left) * (score - start)) / ((known[above] ?? 0) - start)
    }
  }
  return probabilities
}
