/** Rows from the highest score to the lowest. */
export interface Ranked {
  readonly order: Uint32Array
  /** By place: 1 where the row is positive. */
  readonly positive: Uint8Array
  /** By place: 1 where the next row has a lower score, and at the end. */
  readonly last: Uint8Array
}

/** From the scores, and whether each row is positive. */
export function ranked(scores: Float64Array, isPositive: (row: number) => boolean): Ranked {
  const order = Uint32Array.from(scores.keys()).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  const last = Uint8Array.from(order, (row, place) => {
    const next = order[place + 1]
    return next === undefined || scores[next] !== scores[row] ? 1 : 0
  })
  return { order, positive: Uint8Array.from(order, row => (isPositive(row) ? 1 : 0)), last }
}
