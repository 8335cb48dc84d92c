/** Values below this, in whatever unit, count as zero. */
const SMALLEST = 1e-9

/**
 * Counts of non-negative values in bins of geometric width: every quantile to within a relative error of `accuracy`. Plain data; the state
 * of two parts of the values, merged in any order, is that of all of them.
 *
 * Source: Masson, Rim and Lee, DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees (2019). No bins are
 * collapsed: 1 % over twelve orders of magnitude needs fewer than 1400.
 */
export interface DdSketch {
  readonly accuracy: number
  readonly bins: Map<number, number>
  zeros: number
  n: number
}

/** A sketch, empty. */
export const ddSketch = (accuracy = 0.01): DdSketch => ({ accuracy, bins: new Map(), zeros: 0, n: 0 })

const gamma = ({ accuracy }: DdSketch) => (1 + accuracy) / (1 - accuracy)

/** Counts one value, not negative. */
export function addToSketch(sketch: DdSketch, value: number): void {
  sketch.n++
  if (value < SMALLEST) sketch.zeros++
  else {
    const bin = Math.ceil(Math.log(value) / Math.log(gamma(sketch)))
    sketch.bins.set(bin, (sketch.bins.get(bin) ?? 0) + 1)
  }
}

/** Takes another sketch of the same accuracy into the first. */
export function mergeSketch(sketch: DdSketch, other: DdSketch): void {
  sketch.n += other.n
  sketch.zeros += other.zeros
  for (const [bin, count] of other.bins) sketch.bins.set(bin, (sketch.bins.get(bin) ?? 0) + count)
}

/** The value of a rank from 1, within the sketch's relative error; NaN of an empty sketch. */
export function sketchedRank(sketch: DdSketch, rank: number): number {
  if (sketch.n === 0) return Number.NaN
  let below = sketch.zeros
  if (rank <= below) return 0
  const g = gamma(sketch)
  const bins = [...sketch.bins].sort(([a], [b]) => a - b)
  for (const [bin, count] of bins) {
    below += count
    if (rank <= below) return (2 * g ** bin) / (g + 1)
  }
  const [last = 0] = bins.at(-1) ?? []
  return (2 * g ** last) / (g + 1)
}
