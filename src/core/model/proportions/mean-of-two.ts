import type { Estimate } from '../estimate.ts'

/**
 * The mean of two quantities that rest on different rows: each end lies as far from the mean as the hypotenuse of both
 * quantities' halved distances (Zou and Donner 2008, MOVER; Newcombe 1998 for proportions). No interval without both.
 */
export function meanOfTwo(first: Estimate, second: Estimate): Estimate {
  const value = ((first.value ?? Number.NaN) + (second.value ?? Number.NaN)) / 2
  const n = first.n + second.n
  if (!first.interval || !second.interval || first.value === null || second.value === null)
    return {
      value: Number.isNaN(value) ? null : value,
      n,
      gap: first.gap ?? second.gap ?? 'one of its halves has none',
    }
  const lower = Math.hypot(first.value - first.interval[0], second.value - second.interval[0]) / 2
  const upper = Math.hypot(first.interval[1] - first.value, second.interval[1] - second.value) / 2
  return { value, n, interval: [value - lower, value + upper], method: `mover of ${first.method}` }
}
