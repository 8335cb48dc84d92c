/** The nine inner deciles of ascending values, equal ones merged; quantiles of type 7, as NumPy's default. */
export function decileEdges(ascending: Float64Array): number[] {
  const edges = Array.from({ length: 9 }, (_, i) => quantile(ascending, (i + 1) / 10))
  return edges.filter((edge, i) => edge !== edges[i - 1])
}

/** How many ascending values fall into each bin: up to and including the first edge, from there up to the second, …, beyond the last. */
export function countByEdges(ascending: Float64Array, edges: readonly number[]): number[] {
  const below = [0, ...edges.map(edge => countUpTo(ascending, edge)), ascending.length]
  return below.slice(1).map((count, i) => count - (below[i] ?? 0))
}

function quantile(ascending: Float64Array, q: number): number {
  const position = (ascending.length - 1) * q
  const below = Math.floor(position)
  const [a, b] = [ascending[below] ?? 0, ascending[below + 1] ?? ascending[below] ?? 0]
  const t = position - below
  if (!Number.isFinite(b - a)) return a * (1 - t) + b * t
  // Interpolated from the nearer end, as NumPy does: the same bits, so the same ties with the data.
  return t < 0.5 ? a + (b - a) * t : b - (b - a) * (1 - t)
}

/** How many ascending values are at most `edge`. */
function countUpTo(ascending: Float64Array, edge: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? 0) <= edge) low = middle + 1
    else high = middle
  }
  return low
}
