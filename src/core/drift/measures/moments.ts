import { ratio } from '../../tables/measures/central-moments.ts'
import { addSum, addTo, type ExactSum, integerOf, noSum } from '../../tables/measures/exact-sum.ts'

/** What is known of all numbers of a column, without rounding: extent, sum, and sum of squares. */
export interface Moments {
  n: number
  low: number
  high: number
  readonly sum: ExactSum
  readonly squares: ExactSum
  /** Whether a square was beyond all doubles: `squares` says nothing then. */
  isHuge: boolean
}

/** 2²⁷ + 1: splits a double into two halves of 26 bits (Veltkamp 1968). */
const SPLITTER = 134_217_729
/** The unit of the sums is the smallest double, 2⁻¹⁰⁷⁴. */
const UNIT = 1074n

/** Of no number. */
export const noMoments = (): Moments => ({
  n: 0,
  low: Number.POSITIVE_INFINITY,
  high: Number.NEGATIVE_INFINITY,
  sum: noSum(),
  squares: noSum(),
  isHuge: false,
})

/** Takes in the numbers among the values, NaN being none. */
export function addValues(moments: Moments, values: Float64Array): void {
  const { sum, squares } = moments
  let { n, low, high } = moments
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN
    if (Number.isNaN(value)) continue
    n += 1
    if (value < low) low = value
    if (value > high) high = value
    addTo(sum, value)
    // What its nearest double leaves of the square (Dekker 1971); written out, as pairs would be most of the garbage.
    const square = value * value
    const scaled = SPLITTER * value
    const a = scaled - (scaled - value)
    const b = value - a
    const rest = b * b - (square - a * a - 2 * a * b)
    if (Number.isFinite(rest)) {
      addTo(squares, square)
      addTo(squares, rest)
    } else moments.isHuge = true
  }
  Object.assign(moments, { n, low, high })
}

/** Takes in those of other rows. */
export function mergeMoments(moments: Moments, other: Moments): void {
  moments.n += other.n
  moments.low = Math.min(moments.low, other.low)
  moments.high = Math.max(moments.high, other.high)
  moments.isHuge ||= other.isHuge
  addSum(moments.sum, other.sum)
  addSum(moments.squares, other.squares)
}

/** What the numbers of a column say, each rounded once. */
export interface Summary {
  readonly min: number
  readonly max: number
  readonly mean: number
  /** Standard deviation of the sample: divided by n − 1. Absent where there is one number, or a square is beyond all doubles. */
  readonly deviation?: number
}

/** Undefined where there is no number. */
export function summaryOf({ n: count, low, high, sum, squares, isHuge }: Moments): Summary | undefined {
  if (count === 0) return undefined
  const n = BigInt(count)
  const total = integerOf(sum)
  // Of the two zeros, which compare alike, the one that came first would stay.
  const extent = { min: low + 0, max: high + 0, mean: ratio(total, n << UNIT) }
  if (count === 1 || isHuge) return extent
  const variance = ratio(n * (integerOf(squares) << UNIT) - total * total, (n * (n - 1n)) << (2n * UNIT))
  return { ...extent, deviation: Math.sqrt(Math.max(0, variance)) }
}
