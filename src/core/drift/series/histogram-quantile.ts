/** Counts up to bounds, cumulative. */
export interface Cumulative {
  readonly bound: number
  readonly count: number
}

/**
 * A quantile of a histogram with bounds, as Prometheus's `histogram_quantile` has it, linear within its bucket, and that bucket: the true
 * quantile lies in it for certain, and nobody knows where. Undefined of no observations, or without the bound +Inf.
 */
export function histogramQuantile(q: number, counts: readonly Cumulative[]) {
  const sorted = counts.toSorted((a, b) => a.bound - b.bound)
  const last = sorted.at(-1)
  if (!last || last.bound !== Number.POSITIVE_INFINITY || !(last.count > 0)) return undefined
  const rank = q * last.count
  let before = { bound: 0, count: 0 }
  for (const { bound, count: raw } of sorted) {
    // Increases of counters may fall by rounding: counts up to a larger bound are no smaller.
    const count = Math.max(raw, before.count)
    if (count >= rank && count > before.count) {
      const low = bound <= 0 ? Number.NEGATIVE_INFINITY : before.bound
      if (bound === Number.POSITIVE_INFINITY)
        return { value: before.bound, error: [before.bound, bound] as const, n: last.count }
      const within = (rank - before.count) / (count - before.count)
      return { value: bound <= 0 ? bound : low + (bound - low) * within, error: [low, bound] as const, n: last.count }
    }
    before = { bound, count }
  }
  return undefined
}
