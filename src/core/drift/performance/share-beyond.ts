/** Share of the current scores that the reference's do not reach: what is known there of the truth is guesswork. */
export function shareBeyond(reference: Float64Array, current: Float64Array): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const score of reference) {
    low = Math.min(low, score)
    high = Math.max(high, score)
  }
  return current.reduce((sum, score) => sum + Number(score < low || score > high), 0) / current.length
}
