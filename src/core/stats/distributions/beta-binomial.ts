import { count } from '../arguments/count.ts'
import { requirePositive } from '../arguments/positive.ts'
import { logBinomialTerm } from '../special/log-binomial-term.ts'

/** Terms below this share of the sum no longer change it. */
const NEGLIGIBLE = 1e-18

export interface BetaBinomial {
  /** P(X = x) */
  pmf(x: number): number
  /** P(X ≤ x) */
  cdf(x: number): number
  /** P(X > x), summed from its own end */
  sf(x: number): number
}

/** Successes in n trials whose probability is itself drawn from a beta distribution (a, b): rates that vary more than chance has it. */
export function betaBinomial(n: number, a: number, b: number): BetaBinomial {
  count(n, 'the number of trials n')
  requirePositive({ a, b })
  // Two negative binomials given their sum, each by Loader's terms: no difference of large logarithms, whatever a and b are.
  const p = (a + b) / (n + a + b)
  const q = n / (n + a + b)
  const negative = (x: number, size: number) => Math.log(size / (size + x)) + logBinomialTerm(size, x, p, q)
  const whole = negative(n, a + b)
  const pmf = (x: number) =>
    x < 0 || x > n || !Number.isInteger(x) ? 0 : Math.exp(negative(x, a) + negative(n - x, b) - whole)
  /** Sum from x on towards an end, by the ratio of neighbours. */
  const tail = (from: number, step: 1 | -1): number => {
    let term = pmf(from)
    let sum = 0
    let x = from
    while (x >= 0 && x <= n) {
      sum += term
      term *=
        step === 1 ? ((n - x) * (a + x)) / ((x + 1) * (b + n - x - 1)) : (x * (b + n - x)) / ((n - x + 1) * (a + x - 1))
      x += step
      if (term < sum * NEGLIGIBLE) break
    }
    return Math.min(1, sum)
  }
  const mean = (n * a) / (a + b)
  const cdf = (x: number) => (x < 0 ? 0 : x >= n ? 1 : x < mean ? tail(x, -1) : Math.max(0, 1 - tail(x + 1, 1)))
  const sf = (x: number) => (x < 0 ? 1 : x >= n ? 0 : x + 1 > mean ? tail(x + 1, 1) : Math.max(0, 1 - tail(x, -1)))
  return { pmf, cdf: x => cdf(Math.floor(x)), sf: x => sf(Math.floor(x)) }
}
