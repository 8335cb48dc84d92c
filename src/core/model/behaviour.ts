import type { Check } from '../evidence.ts'
import type { Claim } from './claims/claim.ts'
import type { Predictions } from './predictions/predictions.ts'
import type { Trial } from './trial.ts'

/** A question about how the model behaves that no metric of the hold-out answers. */
export interface Behaviour {
  readonly id: string
  readonly title: string
  /** None where the settings give nothing to ask it of. */
  check(observed: Observed): readonly Check[]
}

/** What is known of a model: its faultless predictions, and others of it. */
export interface Observed {
  readonly trial: Trial
  readonly own: Predictions
  readonly claims: readonly Claim[]
  /** Of the rows that the model was trained on. */
  readonly train?: Predictions
  /** Of the hold-out once more. */
  readonly repeat?: Predictions
  /** Of the hold-out with its inputs disturbed. */
  readonly perturbed: readonly Predictions[]
}

export const defineBehaviour = (behaviour: Behaviour): Behaviour => behaviour
