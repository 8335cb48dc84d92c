import { sum } from '../samples/sum.ts'

/** A mean with its standard error and the degrees of freedom of Student's t. */
export interface ClusteredMean {
  readonly mean: number
  /** NaN for a single cluster. */
  readonly standardError: number
  readonly df: number
}

/** Which cluster each row belongs to, coded from 0 without gaps. */
export interface Clusters {
  readonly codes: ArrayLike<number>
  readonly count: number
}

/**
 * The mean of values whose clusters (rows of one customer, questions on one text) are independent, not the values within
 * them: the squared error is the sum over clusters of (Σ wᵢ (xᵢ − mean))², over (Σ wᵢ)², times G / (G − 1) for G clusters.
 * Without clusters every value is its own; without weights each counts once.
 *
 * Source: E. Miller, Adding error bars to evals (2024), with the correction for few clusters of Cameron and Miller (2015).
 */
export function clusteredMean(
  values: ArrayLike<number>,
  { clusters, weights }: { clusters?: Clusters; weights?: ArrayLike<number> } = {},
): ClusteredMean {
  const n = values.length
  const weight = (row: number) => weights?.[row] ?? 1
  const value = (row: number) => values[row] ?? Number.NaN
  const total = sum(ofRows(n, weight))
  const mean = sum(ofRows(n, row => weight(row) * value(row))) / total
  const groups = clusters?.count ?? n
  const residuals = new Float64Array(groups)
  for (let row = 0; row < n; row++) {
    const cluster = clusters?.codes[row] ?? row
    residuals[cluster] = (residuals[cluster] ?? 0) + weight(row) * (value(row) - mean)
  }
  const squares = sum(residuals.map(residual => residual ** 2))
  return { mean, standardError: Math.sqrt((squares * groups) / (groups - 1)) / total, df: groups - 1 }
}

function* ofRows(n: number, term: (row: number) => number): Generator<number> {
  for (let row = 0; row < n; row++) yield term(row)
}
