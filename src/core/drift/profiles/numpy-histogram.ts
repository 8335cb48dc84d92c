/** Counts per bin between ascending edges, closed below, the last bin closed above too (numpy.histogram with given edges). */
export function histogram(values: readonly number[], edges: readonly number[]): number[] {
  const counts = new Array<number>(Math.max(0, edges.length - 1)).fill(0)
  const last = edges.at(-1) ?? Number.NaN
  for (const value of values) {
    const bin = value === last ? counts.length - 1 : countUpTo(edges, value) - 1
    if (bin >= 0 && bin < counts.length) counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts
}

/** Edges of bins of one width by Doane's rule (1976), as numpy.histogram_bin_edges makes them of floats. */
export function doaneEdges(values: readonly number[]): number[] {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity)
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity)
  if (low === high) return [low - 0.5, high + 0.5]
  const n = values.length
  const bins = n > 2 ? Math.ceil((high - low) / ((high - low) / doane(values))) : 1
  const step = (high - low) / bins
  return Array.from({ length: bins + 1 }, (_, i) => (i === bins ? high : low + i * step))
}

function doane(values: readonly number[]): number {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n)
  const skewness = values.reduce((sum, value) => sum + ((value - mean) / sd) ** 3, 0) / n
  const unit = Math.sqrt((6 * (n - 2)) / ((n + 1) * (n + 3)))
  return 1 + Math.log2(n) + Math.log2(1 + Math.abs(skewness) / unit)
}

/** How many edges are at most the value. */
function countUpTo(edges: readonly number[], value: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((edges[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low
}
