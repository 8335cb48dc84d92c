import { type Confusion, confusionOf } from './confusion.ts'
import { type Placements, placementsOf } from './roc/placements.ts'
import type { Scores } from './scores.ts'

/** A model on the hold-out: its scores and what every metric is computed from. */
export interface Evaluation extends Scores {
  /** A row counts as predicted positive where its score is at least this. */
  readonly threshold: number
  readonly confusion: Confusion
  readonly placements: Placements
}

export function evaluate(scores: Scores, threshold: number): Evaluation {
  let placements: Placements | undefined
  return {
    ...scores,
    threshold,
    confusion: confusionOf(scores, threshold),
    // Only a comparison of two models asks for them.
    get placements() {
      placements ??= placementsOf(scores)
      return placements
    },
  }
}
