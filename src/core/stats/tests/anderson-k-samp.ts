import { sorted } from '../samples/sorted.ts'
import { sortedTogether } from '../samples/sorted-together.ts'
import { quadraticFit } from './quadratic-fit.ts'
import type { TestResult } from './test-result.ts'

/** Significance levels and the coefficients of their critical values (Scholz and Stephens 1987, table 2). */
const LEVELS = [0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001]
const B0 = [0.675, 1.281, 1.645, 1.96, 2.326, 2.573, 3.085]
const B1 = [-0.245, 0.25, 0.678, 1.149, 1.822, 2.364, 3.615]
const B2 = [-0.105, -0.305, -0.362, -0.391, -0.396, -0.345, -0.154]

/** `bound` says whether the p-value is interpolated, or only known to be at most 0.001 or at least 0.25. */
export type AndersonResult = TestResult & { bound: 'interpolated' | 'at-most' | 'at-least' }

/**
 * The k-sample Anderson–Darling test for samples with or without ties (midranks); the statistic is standardised.
 *
 * Source: F. W. Scholz and M. A. Stephens, K-sample Anderson–Darling tests (1987), equation 7. The p-value is
 * interpolated in their table, so it never leaves [0.001, 0.25].
 */
export function andersonKSamp(samples: readonly ArrayLike<number>[]): AndersonResult {
  if (samples.length < 2) throw new RangeError(`Expected at least two samples but found ${samples.length}`)
  const sizes = samples.map(sample => sample.length)
  const ordered = samples.map((sample, i) => sorted(sample, `sample ${i + 1}`))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  if (total < 4) throw new RangeError(`Expected at least four values in all but found ${total}`)
  const m = samples.length - 1
  const statistic = (midrankStatistic(ordered, total) - m) / standardDeviation(sizes, total)
  const critical = LEVELS.map((_, i) => (B0[i] ?? 0) + (B1[i] ?? 0) / Math.sqrt(m) + (B2[i] ?? 0) / m)
  if (statistic < Math.min(...critical)) return { statistic, pValue: 0.25, bound: 'at-least' }
  if (statistic > Math.max(...critical)) return { statistic, pValue: 0.001, bound: 'at-most' }
  const logLevel = quadraticFit(critical, LEVELS.map(Math.log))
  return { statistic, pValue: Math.exp(logLevel(statistic)), bound: 'interpolated' }
}

/** A²akN: for each sample, its mid-distribution function against that of all samples pooled. */
function midrankStatistic(samples: readonly Float64Array[], total: number): number {
  const pooled = sortedTogether(samples)
  if (pooled[0] === pooled[total - 1]) throw new RangeError('Expected at least two distinct values but found one')
  const next = samples.map(() => 0)
  const sums = samples.map(() => 0)
  for (let left = 0, right = 0; left < total; left = right) {
    while (right < total && pooled[right] === pooled[left]) right++
    const tied = right - left
    const middle = left + tied / 2
    const weight = tied / total / (middle * (total - middle) - (total * tied) / 4)
    samples.forEach((sample, i) => {
      const from = next[i] ?? 0
      let to = from
      while (to < sample.length && sample[to] === pooled[left]) to++
      next[i] = to
      sums[i] = (sums[i] ?? 0) + weight * (total * ((from + to) / 2) - middle * sample.length) ** 2
    })
  }
  const statistic = samples.reduce((sum, sample, i) => sum + (sums[i] ?? 0) / sample.length, 0)
  return (statistic * (total - 1)) / total
}

/** The standard deviation of A²kN under the null hypothesis (Scholz and Stephens, equation 4). */
function standardDeviation(sizes: readonly number[], total: number): number {
  const k = sizes.length
  const H = sizes.reduce((sum, size) => sum + 1 / size, 0)
  let h = 0
  let g = 0
  for (let i = 1; i < total - 1; i++) {
    h += 1 / (total - i)
    g += h / (i + 1)
  }
  h += 1
  const a = (4 * g - 6) * (k - 1) + (10 - 6 * g) * H
  const b = (2 * g - 4) * k ** 2 + 8 * h * k + (2 * g - 14 * h - 4) * H - 8 * h + 4 * g - 6
  const c = (6 * h + 2 * g - 2) * k ** 2 + (4 * h - 4 * g + 6) * k + (2 * h - 6) * H + 4 * h
  const d = (2 * h + 6) * k ** 2 - 4 * h * k
  const numerator = a * total ** 3 + b * total ** 2 + c * total + d
  return Math.sqrt(numerator / ((total - 1) * (total - 2) * (total - 3)))
}
