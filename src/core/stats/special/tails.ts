/**
 * Both tails of a distribution at one point, each to full relative precision, and the slope that a root finder needs.
 *
 * `logDensity` is the logarithm of x · density(x) for a positive variable (dP / d ln x).
 */
export type Tails = { lower: number; upper: number; logLower: number; logUpper: number; logDensity: number }

/** Tails of which the lower one was computed (as a logarithm) and the upper is its complement. */
export function fromLogLower(logLower: number, logDensity: number): Tails {
  const lower = Math.min(Math.exp(logLower), 1)
  return { lower, upper: 1 - lower, logLower, logUpper: Math.log1p(-lower), logDensity }
}

/** The same distribution seen from the other end. */
export function mirrored({ lower, upper, logLower, logUpper, logDensity }: Tails): Tails {
  return { lower: upper, upper: lower, logLower: logUpper, logUpper: logLower, logDensity }
}
