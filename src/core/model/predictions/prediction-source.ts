/** Where predictions come from, and the names of their columns. */
export interface PredictionSource {
  /** Path of the file. */
  readonly file: string
  /** Which model made them; prefix of the ids of checks. */
  readonly role: 'predictions' | 'champion'
  /** Columns: what identifies a row, its true class, the probability of the positive class. */
  readonly id: string
  readonly label: string
  readonly score: string
  /** The label that is the positive class. */
  readonly positive: string
}

/** A row of the file: the 1-based line it starts on and its cells. */
export interface PredictionRow {
  readonly line: number
  readonly cells: readonly string[]
}
