import { deviance } from './deviance.ts'
import { stirlingError } from './stirling-error.ts'

const LOG_TWO_PI = 1.8378770664093456

/**
 * ln( Γ(x+y+1) / (Γ(x+1) Γ(y+1)) · pˣ qʸ ) for real x, y ≥ 0 and q = 1 − p given exactly: the binomial probability of x
 * successes and y failures.
 *
 * Source: C. Loader, Fast and accurate computation of binomial probabilities (2000).
 */
export function logBinomialTerm(x: number, y: number, p: number, q: number): number {
  const n = x + y
  if (x === 0) return y === 0 ? 0 : y * logComplement(p, q)
  if (y === 0) return x * logComplement(q, p)
  const error = stirlingError(n) - stirlingError(x) - stirlingError(y)
  return error - deviance(x, n * p) - deviance(y, n * q) + (Math.log(n / x) - Math.log(y) - LOG_TWO_PI) / 2
}

/** ln q from whichever of p = 1 − q and q holds more digits of it. */
function logComplement(p: number, q: number): number {
  return p < 0.5 ? Math.log1p(-p) : Math.log(q)
}
