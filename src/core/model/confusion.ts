import type { Scores } from './scores.ts'

/** Rows by predicted and true class. */
export interface Confusion {
  readonly tp: number
  readonly fp: number
  readonly fn: number
  readonly tn: number
}

/** Counts with a row predicted positive where its score is at least the threshold. */
export function confusionOf({ positives, negatives }: Scores, threshold: number): Confusion {
  const tp = atLeast(positives, threshold)
  const fp = atLeast(negatives, threshold)
  return { tp, fp, fn: positives.length - tp, tn: negatives.length - fp }
}

function atLeast(scores: Float64Array, threshold: number): number {
  let count = 0
  for (const score of scores) if (score >= threshold) count++
  return count
}
