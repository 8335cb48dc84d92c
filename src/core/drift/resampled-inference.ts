import { draw, permutationP, type Random, seeded } from '../stats/index.ts'
import type { Inference } from './method.ts'

/** More values of a side than this are drawn from, for what is resampled. */
export const DRAWN = 1000

/** Permutations made at most; they stop earlier where the change is nothing special. */
const PERMUTATIONS = 1999

/** Resamples that bounds rest on. */
const RESAMPLES = 300

export const RESAMPLING =
  'p by random permutations of at most 1 000 values a side, 1 999 at most (sequential, Besag and Clifford 1991), so never below 0.0005. ' +
  'Of 300 bootstrap samples, the upper bound adds the upper quantile of how much farther apart they are than the drawn values; the lower ' +
  'one takes off that, at half the chance, of how far their own errors are apart (the distance is a norm); both scaled to all rows. ' +
  'Values are drawn by a seed made of the digests of both tables'

interface Resampled {
  /** Ascending, at least one value each. */
  readonly reference: Float64Array
  readonly current: Float64Array
  readonly effect: number
  readonly alpha: number
  readonly seed: string
  /** The effect is `finish(∫ of(F − G))` of the two empirical distribution functions. */
  of(gap: number): number
  finish(integral: number): number
}

/** What rows say about a distance that is an integral over the gap of two distribution functions. */
export function resampledInference({ reference, current, effect, alpha, seed, of, finish }: Resampled): Inference {
  const random = seeded(seed)
  const pool = pooled(draw(reference, DRAWN, random), draw(current, DRAWN, random))
  const distance = (inX: ArrayLike<number>, inY: ArrayLike<number>) => finish(integral(pool, inX, inY, of))
  const drawn = distance(pool.inX, pool.inY)
  const pValue = permutationP(drawn, () => distance(...permuted(pool, random)), PERMUTATIONS)
  const redrawn = Array.from({ length: RESAMPLES }, () => {
    const [inX, inY] = resampled(pool, random)
    const farther = distance(inX, inY) - drawn
    return { farther, error: distance(without(inX, pool.inX), without(inY, pool.inY)) }
  })
  const unit = (n: number, m: number) => Math.sqrt(1 / n + 1 / m)
  const found = unit(reference.length, current.length)
  const scaled = (values: number[], chance: number) => {
    const upper = Float64Array.from(values).sort()[Math.ceil((1 - chance) * RESAMPLES) - 1] ?? 0
    return (Math.max(0, upper) * found) / unit(pool.n, pool.m)
  }
  const margin = scaled(
    redrawn.map(({ farther }) => farther),
    alpha,
  )
  const error = scaled(
    redrawn.map(one => one.error),
    alpha / 2,
  )
  return {
    interval: [Math.max(0, effect - error), effect + margin],
    pValue,
    testable: pool.values[0] !== pool.values.at(-1),
    rows: { reference: reference.length, current: current.length },
    upperAt(n, m, drifted) {
      const shrunk = unit(n, m) / found
      return (drifted ? effect : effect * shrunk) + margin * shrunk
    },
  }
}

/** Values of both sides, ascending, and how often each place counts for either. */
interface Pool {
  readonly values: Float64Array
  readonly inX: Uint8Array
  readonly inY: Uint8Array
  readonly n: number
  readonly m: number
}

function pooled(x: Float64Array, y: Float64Array): Pool {
  const all = [...Array.from(x, value => ({ value, inX: 1 })), ...Array.from(y, value => ({ value, inX: 0 }))]
  all.sort((a, b) => a.value - b.value)
  return {
    values: Float64Array.from(all, ({ value }) => value),
    inX: Uint8Array.from(all, ({ inX }) => inX),
    inY: Uint8Array.from(all, ({ inX }) => 1 - inX),
    n: x.length,
    m: y.length,
  }
}

/** ∫ f(F − G), places counted as often as said; ties have no width between them. */
function integral(pool: Pool, inX: ArrayLike<number>, inY: ArrayLike<number>, f: (gap: number) => number): number {
  const { values, n, m } = pool
  let total = 0
  let below = 0
  for (let i = 0; i + 1 < values.length; i++) {
    below += (inX[i] ?? 0) * m - (inY[i] ?? 0) * n
    const width = (values[i + 1] ?? 0) - (values[i] ?? 0)
    if (width > 0) total += f(below / (n * m)) * width
  }
  return total
}

/** The sides dealt anew: which place is whose is random, the smaller side chosen from all. */
function permuted({ values, n, m }: Pool, random: Random): [Uint8Array, Uint8Array] {
  const size = values.length
  const few = Math.min(n, m)
  const own = new Uint8Array(size)
  const other = new Uint8Array(size).fill(1)
  for (let left = few; left > 0; ) {
    const i = random.below(size)
    if (own[i] === 1) continue
    own[i] = 1
    other[i] = 0
    left--
  }
  return n <= m ? [own, other] : [other, own]
}

/** How much more often each place counts than it did. */
const without = (counts: Uint16Array, own: Uint8Array): Int16Array =>
  Int16Array.from(counts, (count, i) => count - (own[i] ?? 0))

/** Each side drawn from itself with replacement. */
function resampled({ values, inX, inY, n, m }: Pool, random: Random): [Uint16Array, Uint16Array] {
  return [redrawn(inX, n), redrawn(inY, m)]

  function redrawn(own: Uint8Array, count: number): Uint16Array {
    const places = new Uint32Array(count)
    let filled = 0
    for (let i = 0; i < values.length; i++) if (own[i] === 1) places[filled++] = i
    const counts = new Uint16Array(values.length)
    for (let i = 0; i < count; i++) {
      const place = places[random.below(count)] ?? 0
      counts[place] = (counts[place] ?? 0) + 1
    }
    return counts
  }
}
