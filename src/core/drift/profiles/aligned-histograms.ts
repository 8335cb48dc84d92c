/** A bucket of a histogram: from `low` to `high`, which may be the same value. */
interface Bucket {
  readonly low: number
  readonly high: number
  readonly count: number
}

/** Buckets of one width over the extent of the values, the last one closed above. */
export function equalWidth(values: readonly number[], buckets: number): Bucket[] {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity)
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity)
  if (!(low < high)) return values.length > 0 ? [{ low, high, count: values.length }] : []
  const width = (high - low) / buckets
  const counts = new Array<number>(buckets).fill(0)
  for (const value of values) {
    const bucket = Math.min(buckets - 1, Math.floor((value - low) / width))
    counts[bucket] = (counts[bucket] ?? 0) + 1
  }
  return counts.map((count, i) => ({
    low: low + i * width,
    high: i === buckets - 1 ? high : low + (i + 1) * width,
    count,
  }))
}

/** Rows of two histograms between all boundaries of either, values spread evenly within each bucket; a bucket of no width is one by itself. */
export function aligned(x: readonly Bucket[], y: readonly Bucket[]): { x: number[]; y: number[] } {
  const boundaries = [...new Set([...x, ...y].flatMap(({ low, high }) => [low, high]))].sort((a, b) => a - b)
  const parts = boundaries.flatMap((low, i) => {
    const next = boundaries[i + 1]
    return next === undefined
      ? [{ low, high: low }]
      : [
          { low, high: low },
          { low, high: next },
        ]
  })
  const within = (buckets: readonly Bucket[]) =>
    parts.map(part => buckets.reduce((sum, one) => sum + share(one, part), 0))
  return { x: within(x), y: within(y) }
}

/** How much of a bucket's count lies in a part that no boundary divides. */
function share({ low, high, count }: Bucket, part: { readonly low: number; readonly high: number }): number {
  if (low === high) return part.low === low && part.high === low ? count : 0
  return part.low >= low && part.high <= high ? (count * (part.high - part.low)) / (high - low) : 0
}
