import type { Evaluation } from '../evaluation.ts'
import { rowLosses } from './row-losses.ts'

/** What each row costs, by its true and its predicted class, and what it could; undefined where no costs are given. */
export function rowCosts({
  positives,
  negatives,
  threshold,
  costs,
}: Evaluation): { values: Float64Array; bounds: readonly [number, number] } | undefined {
  if (!costs) return undefined
  const all = Object.values(costs)
  return {
    values: rowLosses(
      { positives, negatives },
      score => costs[score >= threshold ? 'true-positive' : 'false-negative'],
      score => costs[score >= threshold ? 'false-positive' : 'true-negative'],
    ),
    bounds: [Math.min(...all), Math.max(...all)],
  }
}
