import type { Scores } from '../scores.ts'

/** The loss of every row: the positives', then the negatives'. */
export function rowLosses(
  { positives, negatives }: Scores,
  ofPositive: (score: number) => number,
  ofNegative: (score: number) => number,
): Float64Array {
  const losses = new Float64Array(positives.length + negatives.length)
  losses.set(positives.map(ofPositive))
  losses.set(negatives.map(ofNegative), positives.length)
  return losses
}
