import { incompleteGamma } from './incomplete-gamma.ts'
import { logPoissonTerm } from './log-poisson-term.ts'
import { mirrored, type Tails } from './tails.ts'

/** Beyond this, and twenty times the mean, a tail is smaller than any double: its logarithm is below −1000. */
const FAR = 3000
const NOTHING_ABOVE: Tails = { lower: 1, upper: 0, logLower: 0, logUpper: -Infinity, logDensity: -Infinity }

/**
 * Both tails at y > 0 of a gamma variable whose shape is a + J, J Poisson with mean m > 0: half a non-central χ² variable with
 * 2a degrees of freedom and non-centrality 2m.
 *
 * Each tail is the sum over j of P(J = j) times an incomplete gamma function of shape a + j. All its terms are positive; they are
 * summed around the largest, ten standard deviations of a Poisson variable to either side. The incomplete gamma functions
 * follow from one another by adding a positive term, the lower ones from the last j downwards, the upper ones from the first
 * upwards, so neither tail loses digits, however small (after Benton and Krishnamoorthy 2003).
 */
export function noncentralGamma(a: number, m: number, y: number): Tails {
  if (y > FAR + 20 * (a + m)) return NOTHING_ABOVE
  if (m > FAR + 20 * (a + y)) return mirrored(NOTHING_ABOVE)
  const largest = largestTerm(a, m, y)
  const below = around(Math.min(m, largest))
  const above = around(Math.max(m, largest))

  let lower = 0
  let upper = 0
  let slope = 0
  let part = incompleteGamma(a + below.last, y).lower
  for (let j = below.last; j >= below.first; j--) {
    const [weight, step] = [poisson(j, m), poisson(a + j, y)]
    if (j < below.last) part += step
    lower += weight * part
    if (j < above.first) slope += weight * step * (a + j)
  }
  part = incompleteGamma(a + above.first, y).upper
  for (let j = above.first; j <= above.last; j++) {
    const [weight, step] = [poisson(j, m), poisson(a + j, y)]
    upper += weight * part
    slope += weight * step * (a + j)
    part += step
  }
  return {
    lower,
    upper,
    logLower: lower > 0.5 ? Math.log1p(-upper) : Math.log(lower),
    logUpper: upper > 0.5 ? Math.log1p(-lower) : Math.log(upper),
    logDensity: Math.log(slope),
  }
}

/** Where m^j y^(a + j) / (j! Γ(a + j + 1)) is largest: the ratio of neighbours, m y / (j (a + j)), is 1 there. */
const largestTerm = (a: number, m: number, y: number) => (Math.sqrt(a * a + 4 * m * y) - a) / 2

/** The whole numbers that matter of a sum whose terms fall off from `centre` like Poisson probabilities, or faster. */
function around(centre: number): { first: number; last: number } {
  const reach = 30 + 10 * Math.sqrt(centre)
  return { first: Math.max(0, Math.floor(centre - reach)), last: Math.ceil(centre + reach) }
}

const poisson = (x: number, m: number) => (x === 0 ? Math.exp(-m) : Math.exp(logPoissonTerm(x, m)))
