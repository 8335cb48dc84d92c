import type { TwoClasses } from '../task.ts'

/** Rows with neighbouring probabilities. */
export interface Bin {
  readonly rows: number
  /** Sum of the probabilities. */
  readonly expected: number
  /** Rows of the positive class. */
  readonly observed: number
  /** Sum of p (1 − p): the variance of `observed`, were the probabilities right. */
  readonly variance: number
}

const MOST_BINS = 10
const LEAST_PER_BIN = 20

/** Bins of about as many rows each, in ascending order; rows of the same probability stay together, so that order does not matter. */
export function binsOf({ labels, scores }: TwoClasses): Bin[] {
  const order = Uint32Array.from(scores.keys()).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))
  const count = Math.max(1, Math.min(MOST_BINS, Math.floor(scores.length / LEAST_PER_BIN)))
  const bins: Bin[] = []
  let first = 0
  for (let bin = 1; bin <= count; bin++) {
    let end = Math.max(first, Math.round((bin * scores.length) / count))
    while (end > first && end < order.length && scoreAt(end) === scoreAt(end - 1)) end++
    if (end > first) bins.push(binOf(order.subarray(first, end), labels, scores))
    first = end
  }
  return bins

  function scoreAt(place: number): number {
    return scores[order[place] ?? 0] ?? Number.NaN
  }
}

function binOf(rows: Uint32Array, labels: Uint8Array, scores: Float64Array): Bin {
  let [expected, observed, variance] = [0, 0, 0]
  for (const row of rows) {
    const p = scores[row] ?? Number.NaN
    expected += p
    variance += p * (1 - p)
    observed += labels[row] ?? 0
  }
  return { rows: rows.length, expected, observed, variance }
}
