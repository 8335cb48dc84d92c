import { besselK } from '../special/bessel-k.ts'

/** Where the two series change places: both are exact to rounding around it. */
const MIDDLE = 0.3

/** P(W ≥ w) for the limiting distribution of the one-sample Cramér–von Mises statistic, to full relative precision. */
export function cramerVonMisesSf(w: number): number {
  if (w < 0.003) return 1
  return w < MIDDLE ? 1 - lowerTail(w) : upperTail(w)
}

/** Σ Γ(k + ½) / k! · √(4k + 1) e^(−q) K_¼(q) / (π^(3/2) √w) with q = (4k + 1)² / 16w (Csörgő and Faraway 1996, eq. 1.2). */
function lowerTail(w: number): number {
  let sum = 0
  let gammaRatio = Math.sqrt(Math.PI)
  for (let k = 0; ; k++) {
    const q = (4 * k + 1) ** 2 / (16 * w)
    const term = gammaRatio * Math.sqrt(4 * k + 1) * Math.exp(-q) * besselK(0.25, q)
    sum += term
    if (!(term > 1e-17 * sum)) return sum / (Math.PI ** 1.5 * Math.sqrt(w))
    gammaRatio *= (k + 0.5) / (k + 1)
  }
}

/**
 * (2 / π) Σ (−1)^(j + 1) ∫ e^(−wu²/2) / √(−u sin u) du over (2j − 1)π < u < 2jπ (Smirnov 1936).
 *
 * u = (2j − ½)π + ½π sin θ takes away the ends' singularities, and the trapezoidal rule in θ converges exponentially.
 */
function upperTail(w: number): number {
  let sum = 0
  for (let j = 1; ; j++) {
    const part = stretch(w, (2 * j - 0.5) * Math.PI)
    sum += j % 2 === 1 ? part : -part
    if (!(part > 1e-17 * sum)) return (2 / Math.PI) * sum
  }
}

function stretch(w: number, middle: number): number {
  const half = Math.PI / 2
  const points = 128
  let sum = 0
  for (let i = 0; i < points; i++) {
    const theta = ((i + 0.5) / points - 0.5) * Math.PI
    const u = middle + half * Math.sin(theta)
    // −sin u = cos(½π sin θ), which near the ends is better taken from 1 − |sin θ|
    const minusSine = Math.sin(half * 2 * Math.sin((half - Math.abs(theta)) / 2) ** 2)
    sum += (Math.exp((-w * u * u) / 2) * Math.cos(theta)) / Math.sqrt(u * minusSine)
  }
  return (sum * half * Math.PI) / points
}
