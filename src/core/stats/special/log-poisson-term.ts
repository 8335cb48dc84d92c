import { deviance } from './deviance.ts'
import { stirlingError } from './stirling-error.ts'

const LOG_TWO_PI = 1.8378770664093456

/** ln( mˣ e⁻ᵐ / Γ(x + 1) ) for real x, m > 0: the Poisson probability of x (C. Loader 2000). */
export function logPoissonTerm(x: number, m: number): number {
  return -stirlingError(x) - deviance(x, m) - (Math.log(x) + LOG_TWO_PI) / 2
}
