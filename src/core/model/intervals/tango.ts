import { normal } from '../../stats/index.ts'
import { bisect } from './bisect.ts'

/**
 * Score interval for the difference of two paired proportions, (gained − lost) / n, where `gained` pairs are right only
 * with the first and `lost` only with the second (Tango, Statistics in Medicine 17, 1998). Keeps its width when no pair
 * differs: then it is ±z²/(n + z²).
 */
export function tango(gained: number, lost: number, n: number, level: number): [number, number] {
  const estimate = (gained - lost) / n
  const z = normal.isf((1 - level) / 2)
  const plausible = (difference: number) => Math.abs(score(gained, lost, n, difference)) <= z
  return [bisect(estimate, -1, plausible), bisect(estimate, 1, plausible)]
}

/** Score statistic against the true difference `delta`, with the second discordant proportion's constrained maximum-likelihood estimate. */
function score(gained: number, lost: number, n: number, delta: number): number {
  const distance = gained - lost - n * delta
  if (distance === 0) return 0
  const a = 2 * n
  const b = (2 * n - gained + lost) * delta - gained - lost
  const c = -lost * delta * (1 - delta)
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c))
  // One root, in the form that does not cancel.
  const q = b <= 0 ? (root - b) / (2 * a) : (-2 * c) / (root + b)
  return distance / Math.sqrt(n * (2 * q + delta * (1 - delta)))
}
