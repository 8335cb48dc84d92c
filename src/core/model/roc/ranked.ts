import { midranksAmong } from './midranks.ts'

/** Rows from the highest score to the lowest. */
export interface Ranked {
  readonly order: Uint32Array
  /** By place: 1 where the row is positive. */
  readonly positive: Uint8Array
  /** By place: 1 where the next row has a lower score, and at the end. */
  readonly last: Uint8Array
}

/** From the scores, and whether each row is positive. Rows of one score stay in order. */
export function ranked(scores: Float64Array, isPositive: (row: number) => boolean): Ranked {
  const n = scores.length
  const turned = scores.map(score => -score)
  // Twice the midrank tells the scores apart: rows of one score are counted, and placed after all of those before.
  const ranks = midranksAmong(turned.toSorted(), turned)
  const counts = new Uint32Array(2 * n + 1)
  for (let row = 0; row < n; row++) counts[ranks[row] ?? 0] = (counts[ranks[row] ?? 0] ?? 0) + 1
  let placed = 0
  for (let rank = 0; rank < counts.length; rank++) {
    const own = counts[rank] ?? 0
    counts[rank] = placed
    placed += own
  }
  const order = new Uint32Array(n)
  for (let row = 0; row < n; row++) {
    const rank = ranks[row] ?? 0
    const place = counts[rank] ?? 0
    order[place] = row
    counts[rank] = place + 1
  }
  const [positive, last] = [new Uint8Array(n), new Uint8Array(n)]
  for (let place = 0; place < n; place++) {
    const row = order[place] ?? 0
    if (isPositive(row)) positive[place] = 1
    if (place + 1 === n || scores[order[place + 1] ?? 0] !== scores[row]) last[place] = 1
  }
  return { order, positive, last }
}
