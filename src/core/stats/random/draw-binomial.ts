import { count } from '../arguments/count.ts'
import { probability } from '../arguments/probability.ts'
import { stirlingError } from '../special/stirling-error.ts'
import type { Random } from './random.ts'

/** Below this mean, inversion takes fewer steps than rejection. */
const FEW = 10

/** Successes in `n` trials of probability `p`, in a time that does not grow with `n`. */
export function drawBinomial(random: Random, n: number, p: number): number {
  count(n, 'the number of trials n')
  probability(p)
  if (p > 0.5) return n - drawBinomial(random, n, 1 - p)
  if (n === 0 || p === 0) return 0
  return n * p < FEW ? byInversion(random, n, p) : byRejection(random, n, p)
}

/** Adds up the probabilities of 0, 1, … successes until they exceed a uniform number. */
function byInversion(random: Random, n: number, p: number): number {
  const odds = p / (1 - p)
  const none = Math.exp(n * Math.log1p(-p))
  for (;;) {
    let left = random.uniform()
    let mass = none
    for (let k = 0; k <= n; k++) {
      if (left < mass) return k
      left -= mass
      mass *= (odds * (n - k)) / (k + 1)
      if (mass === 0) break
    }
    // Rounding left less than nothing of the uniform number: draw another.
  }
}

/**
 * Transformed rejection with squeeze, for a mean of at least 10 and p ≤ ½.
 *
 * Source: W. Hörmann, The generation of binomial random variates (1993), algorithm BTRS.
 */
function byRejection(random: Random, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p))
  const b = 1.15 + 2.53 * spread
  const a = -0.0873 + 0.0248 * b + 0.01 * p
  const c = n * p + 0.5
  const squeeze = 0.92 - 4.2 / b
  const alpha = (2.83 + 5.1 / b) * spread
  const mode = Math.floor((n + 1) * p)
  const logOdds = Math.log(p / (1 - p))
  const atMode = logCoefficient(n, mode)
  for (;;) {
    const u = random.uniform() - 0.5
    const v = random.uniform()
    const us = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / us + b) * u + c)
    if (us >= 0.07 && v <= squeeze) return k
    if (k < 0 || k > n || v === 0) continue
    const height = Math.log((v * alpha) / (a / (us * us) + b))
    if (height <= logCoefficient(n, k) - atMode + (k - mode) * logOdds) return k
  }
}

/** ln of n over k, less a constant of n. */
const logCoefficient = (n: number, k: number) => -logFactorial(k) - logFactorial(n - k)

/** ln m! less ½ ln 2π. */
const logFactorial = (m: number) => (m === 0 ? -HALF_LOG_TWO_PI : stirlingError(m) + (m + 0.5) * Math.log(m) - m)

const HALF_LOG_TWO_PI = 0.9189385332046728
