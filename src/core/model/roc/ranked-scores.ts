import type { Scores } from '../scores.ts'
import { type Ranked, ranked } from './ranked.ts'

/** Several metrics ask for the order of the same rows, and again for their intervals. */
const known = new WeakMap<Scores, Ranked>()

/** The rows of both classes by score, the positives' numbers first. */
export function rankedScores(of: Scores): Ranked {
  const found = known.get(of) ?? ranking(of)
  known.set(of, found)
  return found
}

function ranking({ positives, negatives }: Scores): Ranked {
  const scores = new Float64Array(positives.length + negatives.length)
  scores.set(positives)
  scores.set(negatives, positives.length)
  return ranked(scores, row => row < positives.length)
}
