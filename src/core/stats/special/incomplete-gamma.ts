import { continuedFraction } from './lentz.ts'
import { logGammaOnePlus } from './log-gamma.ts'
import { logPoissonTerm } from './log-poisson-term.ts'
import { fromLogLower, mirrored, type Tails } from './tails.ts'

/**
 * Regularised incomplete gamma functions: `lower` is P(a, x), `upper` is Q(a, x).
 *
 * Series below the mean, Legendre's continued fraction above it (DLMF 8.11.4, 8.9.2); `logDensity` refers to x.
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1, logLower: -Infinity, logUpper: 0, logDensity: -Infinity }
  if (x === Infinity) return { lower: 1, upper: 0, logLower: 0, logUpper: -Infinity, logDensity: -Infinity }
  const logDensity = logPoissonTerm(a, x) + Math.log(a)
  if (a <= 0.5 && x <= 1.1) return smallShape(a, x, logDensity)
  if (x <= a + 1) return fromLogLower(logDensity + Math.log(series(a, x) / a), logDensity)
  const fraction = continuedFraction(
    x - a + 1,
    n => n * (a - n),
    n => x - a + 1 + 2 * n,
  )
  return mirrored(fromLogLower(logDensity - Math.log(fraction), logDensity))
}

/** 1 + x/(a+1) + x²/((a+1)(a+2)) + … */
function series(a: number, x: number): number {
  let sum = 1
  let term = 1
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

/** Where P is close to 1 for small x already, so Q = 1 − P would lose digits: Q from −expm1 of ln(xᵃ / Γ(a + 1)). */
function smallShape(a: number, x: number, logDensity: number): Tails {
  const logLead = a * Math.log(x) - logGammaOnePlus(a)
  let rest = 0
  let term = 1
  for (let n = 1; Math.abs(term) > 1e-18; n++) {
    term *= -x / n
    rest += (term * a) / (a + n)
  }
  const upper = -Math.expm1(logLead) - Math.exp(logLead) * rest
  const lower = Math.exp(logLead) * (1 + rest)
  return { lower, upper, logLower: logLead + Math.log1p(rest), logUpper: Math.log(upper), logDensity }
}
