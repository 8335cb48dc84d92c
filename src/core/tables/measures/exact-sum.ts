/**
 * A sum of doubles kept without error as non-overlapping parts (Shewchuk 1997), so that it is the same in any order and
 * any shards; Python's math.fsum.
 */
export interface ExactSum {
  parts: number[]
}

/** The sum of nothing. */
export const noSum = (): ExactSum => ({ parts: [] })

/** Adds a number without error; whole numbers on a short cut while they and their sum are exact. */
export function addTo(sum: ExactSum, value: number): void {
  const [only = 0, another] = sum.parts
  if (
    another === undefined &&
    Number.isSafeInteger(only) &&
    Number.isSafeInteger(value) &&
    Number.isSafeInteger(only + value)
  ) {
    sum.parts[0] = only + value
    return
  }
  let x = value
  let kept = 0
  for (const part of sum.parts) {
    const [large, small] = Math.abs(x) < Math.abs(part) ? [part, x] : [x, part]
    const high = large + small
    const low = small - (high - large)
    if (low !== 0) sum.parts[kept++] = low
    x = high
  }
  sum.parts.length = kept
  sum.parts.push(x)
}

/** The double nearest to the exact sum. */
export function sumOf({ parts }: ExactSum): number {
  let i = parts.length - 1
  let high = parts[i] ?? 0
  let low = 0
  while (i > 0) {
    i -= 1
    const part = parts[i] ?? 0
    const before = high
    high = before + part
    low = part - (high - before)
    if (low !== 0) break
  }
  // Half-way cases: the remaining parts decide to which side to round.
  const next = parts[i - 1] ?? 0
  if ((low < 0 && next < 0) || (low > 0 && next > 0)) {
    const twice = low * 2
    const rounded = high + twice
    if (twice === rounded - high) return rounded
  }
  return high
}
