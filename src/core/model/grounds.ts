import type { Subject } from '../evidence.ts'
import type { Trial } from './trial.ts'

/** What claims are held against. */
export interface Grounds {
  /** Absent where the predictions are at fault. */
  readonly trial?: Trial
  /** The model's files. */
  readonly model: readonly Subject[]
}
