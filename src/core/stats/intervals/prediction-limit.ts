import { requireSuccesses } from '../arguments/successes.ts'
import { hypergeometric } from '../distributions/hypergeometric.ts'

/**
 * After k events in n trials, the number of events that a further m trials exceed with a probability of at most `alpha`,
 * whatever the rate. Exact: given the events of all n + m trials, those among the first n are hypergeometric
 * (Thatcher 1964, Relationships between Bayesian and confidence limits for predictions).
 */
export function predictionLimit(k: number, n: number, m: number, alpha: number): number {
  requireSuccesses(k, n)
  const exceeds = (limit: number) => hypergeometric(k + limit + 1, n + m - k - limit - 1, n).atMost(k) <= alpha
  let low = -1
  let high = m
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (exceeds(middle)) high = middle
    else low = middle
  }
  return high
}
