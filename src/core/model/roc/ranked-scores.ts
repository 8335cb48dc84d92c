import type { Scores } from '../scores.ts'
import { type Ranked, ranked } from './ranked.ts'

/** The rows of both classes by score, the positives' numbers first. */
export function rankedScores({ positives, negatives }: Scores): Ranked {
  const scores = new Float64Array(positives.length + negatives.length)
  scores.set(positives)
  scores.set(negatives, positives.length)
  return ranked(scores, row => row < positives.length)
}
