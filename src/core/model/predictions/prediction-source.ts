import type { Reading } from './reading.ts'

/** Where predictions come from, and what is read of them. */
export interface PredictionSource {
  /** Path of the file. */
  readonly file: string
  /** Which model made them; prefix of the ids of checks. */
  readonly role: 'predictions' | 'champion'
  /** Name of the column that identifies a row. */
  readonly id: string
  readonly reading: Reading
}

/** A row of the file: the 1-based line it starts on and its cells. */
export interface PredictionRow {
  readonly line: number
  readonly cells: readonly string[]
}
