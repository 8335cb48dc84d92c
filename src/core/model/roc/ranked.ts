/** Rows from the highest score to the lowest, and which of them are positive. */
export interface Ranked {
  readonly order: Uint32Array
  /** By row: 1 where positive. */
  readonly positive: Uint8Array
  /** By place in the order: 1 where the next row has a lower score, and at the end. */
  readonly last: Uint8Array
}

export function ranked(scores: Float64Array, positive: Uint8Array): Ranked {
  const order = Uint32Array.from(scores.keys()).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  const last = Uint8Array.from(order, (row, place) => {
    const next = order[place + 1]
    return next === undefined || scores[next] !== scores[row] ? 1 : 0
  })
  return { order, positive, last }
}

/** Weights of the positive and the negative rows whose scores are at least as high, after each different score. */
export function sweep(
  { order, positive, last }: Ranked,
  weights: Float64Array,
  visit: (positives: number, negatives: number) => void,
): void {
  let [positives, negatives] = [0, 0]
  for (let place = 0; place < order.length; place++) {
    const row = order[place] ?? 0
    if (positive[row]) positives += weights[row] ?? 0
    else negatives += weights[row] ?? 0
    if (last[place]) visit(positives, negatives)
  }
}
