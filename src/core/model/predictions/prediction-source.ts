import type { Reading } from './reading.ts'

/** Where predictions come from, and what is read of them. */
export interface PredictionSource {
  /** Path of the file. */
  readonly file: string
  readonly header: readonly string[]
  /** What the file is for; prefix of the ids of checks. */
  readonly role: PredictionRole
  /** Name of the column that identifies a row. */
  readonly id: string
  readonly reading: Reading
}

/** What a file of rows is read for; perturbed files are numbered. */
export type PredictionRole =
  | 'predictions'
  | 'champion'
  | 'anchor'
  | 'history'
  | 'attributes'
  | 'train'
  | 'repeat'
  | 'reference-predictions'
  | 'current-predictions'
  | `perturbed-${number}`
