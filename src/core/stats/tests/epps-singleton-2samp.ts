import { chiSquared } from '../distributions/chi-squared.ts'
import { sortedFinite } from '../samples/sorted.ts'
import { sortedTogether } from '../samples/sorted-together.ts'
import { sum } from '../samples/sum.ts'
import { symmetricEigen } from './symmetric-eigen.ts'
import type { TestResult } from './test-result.ts'

/** Where the characteristic functions are compared, in units of half the pooled interquartile range. */
const POINTS = [0.4, 0.8]
/** Smaller eigenvalues of the covariance, relative to the largest, count as zero. */
const NEGLIGIBLE = 1e-14
/** A covariance below this is rounding: neither sample varies, so that with a spread between them they differ. */
const ROUNDING = 1e-24

/** `df`: the rank of the covariance, 4 unless the samples hold very few distinct values. */
export type EppsSingletonResult = TestResult & { df: number }

/**
 * The Epps–Singleton test, which compares the empirical characteristic functions of two samples; ties are no trouble.
 *
 * Source: T. W. Epps and K. J. Singleton (1986), with the small-sample correction of S. J. Goerg and J. Kaiser (2009).
 * Throws when the pooled interquartile range is 0, for which the test is not defined.
 */
export function eppsSingleton2samp(x: ArrayLike<number>, y: ArrayLike<number>): EppsSingletonResult {
  const first = sortedFinite(x, 'x', 5)
  const second = sortedFinite(y, 'y', 5)
  const [n, m] = [first.length, second.length]
  const size = n + m
  const sigma = interquartileRange(first, second) / 2
  if (sigma === 0) throw new RangeError('Expected samples whose pooled interquartile range is above 0 but found 0')
  const a = moments(first, sigma)
  const b = moments(second, sigma)
  const difference = a.mean.map((value, i) => value - (b.mean[i] ?? 0))
  const covariance = a.covariance.map((row, i) =>
    row.map((value, j) => size * (value / n + (b.covariance[i]?.[j] ?? 0) / m)),
  )
  const components = symmetricEigen(covariance)
  const largest = Math.max(...components.map(({ value }) => value))
  if (largest < ROUNDING) return { statistic: Infinity, pValue: 0, df: 0 }
  const kept = components.filter(({ value }) => value > NEGLIGIBLE * largest)
  let statistic = 0
  for (const { value, vector } of kept) {
    const along = vector.reduce((total, entry, i) => total + entry * (difference[i] ?? 0), 0)
    statistic += (size * along * along) / value
  }
  if (Math.max(n, m) < 25) statistic /= 1 + size ** -0.45 + 10.1 * (n ** -1.7 + m ** -1.7)
  const df = kept.length
  return { statistic, pValue: chiSquared(df).sf(statistic), df }
}

/** Mean and covariance (divided by n) of cos tx and sin tx at the two points. */
function moments(sample: Float64Array, sigma: number): { mean: number[]; covariance: number[][] } {
  const scaled = POINTS.map(t => sample.map(value => (t / sigma) * value))
  const waves = [...scaled.map(angles => angles.map(Math.cos)), ...scaled.map(angles => angles.map(Math.sin))]
  const mean = waves.map(wave => sum(wave) / sample.length)
  const centred = waves.map((wave, i) => wave.map(value => value - (mean[i] ?? 0)))
  const covariance = centred.map(a => centred.map(b => sum(a.map((value, i) => value * (b[i] ?? 0))) / sample.length))
  return { mean, covariance }
}

function interquartileRange(x: Float64Array, y: Float64Array): number {
  const pooled = sortedTogether([x, y])
  const quantile = (p: number) => {
    const at = p * (pooled.length - 1)
    const below = pooled[Math.floor(at)] ?? 0
    return below + (at % 1) * ((pooled[Math.ceil(at)] ?? 0) - below)
  }
  return quantile(0.75) - quantile(0.25)
}
