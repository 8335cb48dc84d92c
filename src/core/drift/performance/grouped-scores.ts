/** Rows by score: different scores ascending, the rows of each, and how many of those are positive, counted or expected. */
export interface GroupedScores {
  readonly scores: Float64Array
  readonly rows: Float64Array
  readonly positives: Float64Array
}
