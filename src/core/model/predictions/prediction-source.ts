import type { Reading } from './reading.ts'

/** Where predictions come from, and what is read of them. */
export interface PredictionSource {
  /** Path of the file. */
  readonly file: string
  readonly header: readonly string[]
  /** Which model made them; prefix of the ids of checks. */
  readonly role: 'predictions' | 'champion' | 'anchor'
  /** Name of the column that identifies a row. */
  readonly id: string
  readonly reading: Reading
}
