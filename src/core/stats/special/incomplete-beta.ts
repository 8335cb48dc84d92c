import { continuedFraction } from './lentz.ts'
import { logBinomialTerm } from './log-binomial-term.ts'
import { fromLogLower, mirrored, type Tails } from './tails.ts'

/**
 * Regularised incomplete beta function: `lower` is I_x(a, b), `upper` its complement I_y(b, a), with y = 1 − x given by
 * the caller so that no digit is lost when x is close to 1.
 *
 * The tail on the far side of the mean comes from a continued fraction (DiDonato and Morris 1992, TOMS 708, eq. 9), its
 * leading factor from Loader's saddle point form; `logDensity` refers to the odds x / y.
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1, logLower: -Infinity, logUpper: 0, logDensity: -Infinity }
  if (y <= 0) return { lower: 1, upper: 0, logLower: 0, logUpper: -Infinity, logDensity: -Infinity }
  const logDensity = logBinomialTerm(a, b, x, y) + Math.log(a) + Math.log(b / (a + b))
  return a * y >= b * x
    ? fromLogLower(logDensity - Math.log(fraction(a, b, x, y)), logDensity)
    : mirrored(fromLogLower(logDensity - Math.log(fraction(b, a, y, x)), logDensity))
}

/** The same at the odds w = x / (1 − x), where neither end of [0, 1] loses digits. */
export function incompleteBetaAtOdds(a: number, b: number, odds: number): Tails {
  return incompleteBeta(a, b, odds === Infinity ? 1 : odds / (1 + odds), 1 / (1 + odds))
}

/** The even part of the continued fraction for I_x(a, b) = xᵃ yᵇ / (B(a, b) · fraction), x below the mean. */
function fraction(a: number, b: number, x: number, y: number): number {
  const excess = a * y - b * x + 1
  return continuedFraction(
    (a * excess) / (a + 1),
    n => ((((a + n - 1) / (a + 2 * n - 1)) * (a + b + n - 1)) / (a + 2 * n - 1)) * n * (b - n) * x * x,
    n => n + (n * (b - n) * x) / (a + 2 * n - 1) + ((a + n) * (excess + n * (1 + y))) / (a + 2 * n + 1),
  )
}
