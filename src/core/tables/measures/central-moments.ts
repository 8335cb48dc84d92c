import { integerOf } from './exact-sum.ts'
import type { PowerSums } from './power-sums.ts'

/** What the sums of powers say, each rounded once. Undefined where there are too few values, or none that differ. */
export interface CentralMoments {
  readonly mean: number
  /** Of the sample: divided by n − 1. */
  readonly variance: number | undefined
  /** Fisher–Pearson coefficient m₃ / m₂^1.5, not corrected for bias. */
  readonly skewness: number | undefined
  /** Excess kurtosis m₄ / m₂² − 3, not corrected for bias. */
  readonly kurtosis: number | undefined
}

/** The smallest double is the unit of the sums: 2⁻¹⁰⁷⁴. */
const UNIT = 1074n

/** Moments about the mean, in exact integers until the last division: no digit cancels. */
export function centralMoments({ n: count, sums }: PowerSums): CentralMoments | undefined {
  if (count === 0) return undefined
  const [s1 = 0n, s2 = 0n, s3, s4] = sums.map(integerOf)
  const n = BigInt(count)
  // n²·m₂, n³·m₃ and n⁴·m₄ in units of 2⁻²¹⁴⁸, 2⁻³²²² and 2⁻⁴²⁹⁶.
  const second = n * (s2 << UNIT) - s1 * s1
  const third = s3 === undefined ? undefined : n * n * (s3 << (2n * UNIT)) - 3n * n * s1 * (s2 << UNIT) + 2n * s1 ** 3n
  const fourth =
    s4 === undefined || s3 === undefined
      ? undefined
      : n ** 3n * (s4 << (3n * UNIT)) -
        4n * n * n * s1 * (s3 << (2n * UNIT)) +
        6n * n * s1 * s1 * (s2 << UNIT) -
        3n * s1 ** 4n
  const spread = second > 0n
  return {
    mean: ratio(s1, n << UNIT),
    variance: count > 1 ? ratio(second, (n * (n - 1n)) << (2n * UNIT)) : undefined,
    // The square of m₃ / m₂^1.5 is a ratio of integers: n⁶·m₃² over n⁶·m₂³.
    skewness:
      spread && third !== undefined
        ? Math.sign(Number(third > 0n) - Number(third < 0n)) * Math.sqrt(ratio(third * third, second ** 3n))
        : undefined,
    kurtosis: spread && fourth !== undefined ? ratio(fourth - 3n * second * second, second * second) : undefined,
  }
}

/** A ratio of integers as the nearest double, give or take one unit in the last place. */
export function ratio(numerator: bigint, denominator: bigint): number {
  if (numerator === 0n) return 0
  const negative = numerator < 0n !== denominator < 0n
  const [a, b] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator]
  const shift = bits(b) - bits(a) + 80
  const quotient = shift >= 0 ? (a << BigInt(shift)) / b : a / (b << BigInt(-shift))
  // In two steps, as one may under- or overflow on the way.
  const half = Math.trunc(-shift / 2)
  const value = Number(quotient) * 2 ** half * 2 ** (-shift - half)
  return negative ? -value : value
}

const bits = (value: bigint): number => value.toString(2).length
