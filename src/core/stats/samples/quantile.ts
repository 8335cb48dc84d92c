/** The quantile of sorted values, between two of them on the straight line (numpy's default; Hyndman and Fan 1996, type 7). */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  const place = p * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN
  return low + (high - low) * (place - below)
}
