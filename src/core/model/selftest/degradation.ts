import type { Settings } from '../../settings/schema.ts'
import type { Random } from '../../stats/random/random.ts'
import type { Hashes } from '../../tables/batch.ts'
import type { Claim } from '../claims/claim.ts'
import type { Predictions } from '../predictions/predictions.ts'
import type { Rows } from '../predictions/rows.ts'
import type { Task } from '../task.ts'

/** A known way in which a model, or the file of its predictions, becomes worse. */
export interface Degradation {
  readonly id: string
  readonly title: string
  /** How much of it is tried, ascending; one size where there is no more or less of it. */
  readonly sizes: readonly number[]
  /** A size for a table, such as `5 %`; empty where there is one only. */
  show(size: number, settings: Settings['certify']): string
  /** From which size on a policy must not pass it; undefined where a policy may have reasons to. */
  mustCatch(subject: Subject): number | undefined
  /** What it means that a policy passes the greatest of it, and what to do, as sentences. */
  readonly unseen: { readonly reason: string; readonly hint: string }
  /** The file of rows at each size, where more of it leaves everything as it was that less of it had changed; or, as a sentence, why there is none. */
  prepare(subject: Subject): ((size: number) => Copy) | string
}

/** A file of rows, before it is looked at for faults. */
export interface Copy {
  readonly rows: Rows
  readonly ids: Hashes
  readonly places: Float64Array
}

/** What is degraded. */
export interface Subject {
  readonly task: Task
  readonly settings: Settings['certify']
  readonly claims: readonly Claim[]
  readonly own: Predictions
  readonly champion?: Predictions
  /** All rows in random order. */
  readonly order: Uint32Array
  /** Random numbers for a purpose, the same for the same files. */
  random(purpose: string): Random
}

export const defineDegradation = (degradation: Degradation): Degradation => degradation
