import type { Scores } from '../../model/scores.ts'
import type { GroupedScores } from './grouped-scores.ts'

/** Rows of the same score put together. */
export function groupScores({ positives, negatives }: Scores): GroupedScores {
  const [ones, others] = [positives.toSorted(), negatives.toSorted()]
  const n = ones.length + others.length
  const scores = new Float64Array(n)
  const rows = new Float64Array(n)
  const hits = new Float64Array(n)
  let [one, other, groups] = [0, 0, 0]
  while (one < ones.length || other < others.length) {
    const score = Math.min(ones[one] ?? Number.POSITIVE_INFINITY, others[other] ?? Number.POSITIVE_INFINITY)
    const [firstOne, firstOther] = [one, other]
    while (one < ones.length && ones[one] === score) one++
    while (other < others.length && others[other] === score) other++
    scores[groups] = score
    hits[groups] = one - firstOne
    rows[groups] = one - firstOne + other - firstOther
    groups++
  }
  return {
    scores: scores.subarray(0, groups),
    rows: rows.subarray(0, groups),
    positives: hits.subarray(0, groups),
  }
}
