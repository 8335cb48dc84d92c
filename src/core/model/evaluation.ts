import type { Settings } from '../settings/schema.ts'
import { type Confusion, confusionOf } from './confusion.ts'
import { type Placements, placementsOf } from './roc/placements.ts'
import type { Sample } from './sample.ts'
import type { Scores } from './scores.ts'

/** What some metrics are asked with. */
export type Asked = Pick<Settings['certify'], 'beta' | 'top' | 'costs'>

/** A model on the hold-out: its scores and what every metric is computed from. Rows are the positives', then the negatives'. */
export interface Evaluation extends Scores, Sample, Asked {
  /** A row counts as predicted positive where its score is at least this. */
  readonly threshold: number
  readonly confusion: Confusion
  readonly placements: Placements
}

export function evaluate(scores: Scores, threshold: number, { beta, top, costs }: Asked = USUAL): Evaluation {
  let placements: Placements | undefined
  return {
    ...scores,
    n: scores.positives.length + scores.negatives.length,
    threshold,
    confusion: confusionOf(scores, threshold),
    // Only a comparison of two models asks for them.
    get placements() {
      placements ??= placementsOf(scores)
      return placements
    },
    beta,
    top,
    ...(costs ? { costs } : {}),
  }
}

/** The same model, asked with something else. */
export const askedWith = (model: Evaluation, asked: Partial<Asked>): Evaluation => {
  const { positives, negatives, n, threshold, confusion, beta, top, costs } = model
  return {
    positives,
    negatives,
    n,
    threshold,
    confusion,
    get placements() {
      return model.placements
    },
    beta,
    top,
    ...(costs ? { costs } : {}),
    ...asked,
  }
}

const USUAL: Asked = { beta: 2, top: 0.1 }
