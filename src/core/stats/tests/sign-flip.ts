import type { Random } from '../random/random.ts'
import { sum } from '../samples/sum.ts'
import type { TestResult } from './test-result.ts'

/** Sums this close to the observed one count as equal, relative to the sum of all sizes. */
const TIE = 1e-12

/** The statistic is the mean difference; `exact` where every way to flip the signs was counted. */
export type SignFlipResult = TestResult & { exact: boolean }

/**
 * The two-sided permutation test of paired differences that are symmetric around 0 under the null hypothesis: how often a
 * mean with signs flipped at random is at least as far from 0. All 2ⁿ ways where they are no more than `flips`; else so
 * many at random, the observed one counted among them (Phipson and Smyth 2010).
 */
export function signFlip(differences: Float64Array, random: Random, flips = 10_000): SignFlipResult {
  const n = differences.length
  if (n === 0) throw new RangeError('Expected at least one difference but found none')
  const total = sum(differences)
  const limit = Math.abs(total) - TIE * sum(differences.map(Math.abs))
  const statistic = total / n
  if (2 ** n <= flips) return { statistic, pValue: extremeShare(differences, limit), exact: true }
  let extreme = 1
  for (let i = 0; i < flips; i++) if (Math.abs(flipped(differences, random)) >= limit) extreme++
  return { statistic, pValue: extreme / (flips + 1), exact: false }
}

/** The share of all signed sums that are at least as far from 0 as the limit. */
function extremeShare(differences: Float64Array, limit: number): number {
  // Every way has a mirror image with the same size: the first difference may keep its sign.
  let sums = [differences[0] ?? 0]
  for (const difference of differences.subarray(1))
    sums = sums.flatMap(partial => [partial + difference, partial - difference])
  return sums.filter(value => Math.abs(value) >= limit).length / sums.length
}

/** The sum with signs from random bits, a word for 32 of them. */
function flipped(differences: Float64Array, random: Random): number {
  let total = 0
  let bits = 0
  for (let i = 0; i < differences.length; i++) {
    bits = i % 32 === 0 ? random.word() : bits >>> 1
    const difference = differences[i] ?? 0
    total += bits & 1 ? difference : -difference
  }
  return total
}
