/** Scores by true class, each in row order, so that two models on the same rows stand side by side. */
export interface Scores {
  readonly positives: Float64Array
  readonly negatives: Float64Array
}

/** Scores of the rows labelled 1 and of those labelled 0. */
export function byClass(labels: Uint8Array, scores: Float64Array): Scores {
  let ones = 0
  for (let row = 0; row < labels.length; row++) ones += labels[row] ?? 0
  const positives = new Float64Array(ones)
  const negatives = new Float64Array(labels.length - ones)
  let [positive, negative] = [0, 0]
  for (let row = 0; row < labels.length; row++) {
    const score = scores[row] ?? Number.NaN
    if (labels[row] === 1) positives[positive++] = score
    else negatives[negative++] = score
  }
  return { positives, negatives }
}
