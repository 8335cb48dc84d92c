import { probability } from '../arguments/probability.ts'

/**
 * Adjusts p-values in order of size: `factor(rank, m)` multiplies the rank-th smallest (from 1) of m, then the running
 * maximum from the smallest up (`down`) or the running minimum from the largest down (`up`) keeps the order; capped at 1.
 */
export function stepAdjusted(
  p: ArrayLike<number>,
  direction: 'up' | 'down',
  factor: (rank: number, m: number) => number,
): number[] {
  const values = Array.from(p, probability)
  const m = values.length
  const order = values.map((_, i) => i).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0))
  const adjusted = values.map(() => 1)
  let running = direction === 'up' ? 1 : 0
  for (let step = 0; step < m; step++) {
    const rank = direction === 'up' ? m - step : step + 1
    const index = order[rank - 1] ?? 0
    const scaled = Math.min(1, (values[index] ?? 1) * factor(rank, m))
    running = direction === 'up' ? Math.min(running, scaled) : Math.max(running, scaled)
    adjusted[index] = running
  }
  return adjusted
}
