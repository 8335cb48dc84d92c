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

export const evaluate = (scores: Scores, threshold: number): Evaluation => ({
  ...scores,
  threshold,
  confusion: confusionOf(scores, threshold),
  placements: placementsOf(scores),
})
