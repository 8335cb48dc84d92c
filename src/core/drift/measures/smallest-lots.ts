/** Bits by which lots are counted at a time. */
const BITS = 12
const counts = new Uint32Array(2 ** BITS)

/** The `size`-th smallest of the first `n` lots, none of which is above `limit`; there must be as many. */
export function smallestLots(lots: Uint32Array, n: number, size: number, limit: number): number {
  const shift = Math.max(0, 32 - Math.clz32(limit) - BITS)
  counts.fill(0)
  for (let i = 0; i < n; i++) {
    const bucket = (lots[i] ?? 0) >>> shift
    counts[bucket] = (counts[bucket] ?? 0) + 1
  }
  let bucket = 0
  let below = 0
  while (below + (counts[bucket] ?? 0) < size) below += counts[bucket++] ?? 0
  const within = new Uint32Array(counts[bucket] ?? 0)
  let found = 0
  for (let i = 0; i < n && found < within.length; i++) {
    const lot = lots[i] ?? 0
    if (lot >>> shift === bucket) within[found++] = lot
  }
  return within.sort()[size - below - 1] ?? limit
}
