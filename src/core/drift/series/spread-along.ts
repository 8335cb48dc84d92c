import { robustScale } from './robust-scale.ts'

/** How far values lie from what is expected, and of how many values that was learnt. */
export interface Spread {
  readonly sd: number
  /** Share of the values that it was learnt from, in (0, 1]. */
  readonly share: number
}

/** Share of the values that are near enough to one that is expected, and how many they are at least. */
const [NEAR, FEWEST] = [1 / 3, 40]

/**
 * The spread of residuals along what is expected: that of all of them, or that of the third whose expected values are nearest, whichever is
 * larger. Noise that is alike by day and by night is relatively larger by night: one spread for both would call the nights off.
 *
 * @param expected what was expected of each value
 * @param left how far each value lies from it, in the same order
 */
export function spreadAlong(
  expected: readonly (number | undefined)[],
  left: readonly number[],
): (expected: number) => Spread {
  const all: Spread = { sd: robustScale(left), share: 1 }
  const near = Math.max(FEWEST, Math.round(left.length * NEAR))
  if (left.length <= near) return () => all
  const sorted = left
    .map((distance, i) => ({ at: expected[i] ?? Number.NaN, distance }))
    .filter(({ at }) => !Number.isNaN(at))
    .sort((a, b) => a.at - b.at)
  const known = new Map<number, Spread>()
  return at => {
    let spread = known.get(at)
    if (!spread) {
      const first = nearest(sorted, at, near)
      const sd = robustScale(sorted.slice(first, first + near).map(({ distance }) => distance))
      spread = sd > all.sd ? { sd, share: near / left.length } : all
      known.set(at, spread)
    }
    return spread
  }
}

/** The first of the `count` sorted values that are nearest to one. */
function nearest(sorted: readonly { at: number }[], at: number, count: number): number {
  let [low, high] = [0, Math.max(0, sorted.length - count)]
  while (low < high) {
    const middle = (low + high) >> 1
    if (at - (sorted[middle]?.at ?? 0) > (sorted[middle + count]?.at ?? 0) - at) low = middle + 1
    else high = middle
  }
  return low
}
