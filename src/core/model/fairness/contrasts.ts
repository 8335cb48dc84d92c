import { fisherExact, katz, newcombe } from '../../stats/index.ts'
import type { Outcomes } from './outcomes.ts'
import { RATES, type Rate, type RateName } from './rates.ts'

/** One group's rate against another's. */
export interface Contrast {
  readonly first: Outcomes
  readonly second: Outcomes
  readonly rate: RateName
  readonly value: number
  readonly interval: readonly [number, number]
  /** Rows that the two rates rest on. */
  readonly n: number
}

/** How two rates are compared: `ratio` first over second, `difference` first less second. */
export type Comparing = 'ratio' | 'difference'

/** Every group against every other, in both directions, by every one of the rates. */
export function contrasts(
  groups: readonly Outcomes[],
  rates: readonly RateName[],
  comparing: Comparing,
  level: number,
): Contrast[] {
  return rates.flatMap(rate =>
    groups.flatMap(first =>
      groups.filter(second => second !== first).map(second => contrast(first, second, { rate, comparing, level })),
    ),
  )
}

interface Manner {
  readonly rate: RateName
  readonly comparing: Comparing
  readonly level: number
}

function contrast(first: Outcomes, second: Outcomes, { rate, comparing, level }: Manner): Contrast {
  const [a, b] = [RATES[rate](first), RATES[rate](second)]
  const method = comparing === 'ratio' ? katz : newcombe
  const { lower, upper } = method(a.k, a.n, b.k, b.n, level)
  const value = comparing === 'ratio' ? a.k / a.n / (b.k / b.n) : a.k / a.n - b.k / b.n
  return { first, second, rate, value, interval: [lower, upper], n: a.n + b.n }
}

/** Whether the two rates are the same: Fisher's exact test, two-sided. */
export function sameRate({ first, second, rate }: Contrast): number {
  const row = ({ k, n }: Rate) => [k, n - k]
  return fisherExact([row(RATES[rate](first)), row(RATES[rate](second))]).pValue
}
