/** Scores by true class, each in row order, so that two models on the same rows stand side by side. */
export interface Scores {
  readonly positives: Float64Array
  readonly negatives: Float64Array
}

/** Scores of the rows labelled 1 and of those labelled 0. */
export const byClass = (labels: Uint8Array, scores: Float64Array): Scores => ({
  positives: scores.filter((_, row) => labels[row] === 1),
  negatives: scores.filter((_, row) => labels[row] === 0),
})
