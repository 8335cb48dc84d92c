import { fisherExact, katz, newcombe } from '../../stats/index.ts'
import { contrastInDesign } from './contrast-in-design.ts'
import type { Facts } from './facts.ts'
import type { Outcomes } from './outcomes.ts'
import { RATES, type Rate, type RateName } from './rates.ts'

/** One group's rate against another's. */
export interface Contrast {
  readonly first: Outcomes
  readonly second: Outcomes
  readonly rate: RateName
  readonly value: number
  readonly interval: readonly [number, number]
  /** The two rates, where rows do not count alike. */
  readonly values?: readonly [number, number]
  /** Rows that the two rates rest on. */
  readonly n: number
  readonly method: string
  /** Chance of rates as different, were they the same. */
  readonly pValue: number
}

/** How two rates are compared: `ratio` first over second, `difference` first less second. */
export type Comparing = 'ratio' | 'difference'

/** Every group against every other, in both directions, by every one of the rates. */
export function contrasts(
  groups: readonly Outcomes[],
  rates: readonly RateName[],
  comparing: Comparing,
  level: number,
  facts?: Facts,
): Contrast[] {
  return rates.flatMap(rate =>
    groups.flatMap(first =>
      groups
        .filter(second => second !== first)
        .map(second => {
          const manner = { rate, comparing, level }
          return facts ? contrastInDesign(first, second, facts, manner) : contrast(first, second, manner)
        }),
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
  return {
    first,
    second,
    rate,
    value,
    interval: [lower, upper],
    n: a.n + b.n,
    method: comparing === 'ratio' ? 'katz' : 'newcombe',
    get pValue() {
      return sameRate(a, b)
    },
  }
}

/** Whether the two rates are the same: Fisher's exact test, two-sided. */
function sameRate(a: Rate, b: Rate): number {
  const row = ({ k, n }: Rate) => [k, n - k]
  return fisherExact([row(a), row(b)]).pValue
}
