import type { RankedQuery } from './ranking-evaluation.ts'

/** Ties count against the ranking: what a model scores alike it does not put in order. */
export function rankedQuery(rows: Uint32Array, scores: Float64Array, relevance: Float64Array): RankedQuery {
  const order = rows.toSorted(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (relevance[a] ?? 0) - (relevance[b] ?? 0),
  )
  return {
    scores: Float64Array.from(order, row => scores[row] ?? Number.NaN),
    relevance: Float64Array.from(order, row => relevance[row] ?? Number.NaN),
  }
}
