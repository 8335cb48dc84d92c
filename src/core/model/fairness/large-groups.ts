import { type Outcomes, rowsOf } from './outcomes.ts'
import { RATES, type RateName } from './rates.ts'

/** Rows of a group below which it is not compared, and rows that a rate must rest on. */
export const LEAST_OF_GROUP = 30
export const LEAST_OF_RATE = 10

/** Groups that are large enough to be compared, and the others. */
export function largeGroups(groups: readonly Outcomes[], rates: readonly RateName[], leastRows = 0) {
  const isLarge = (outcomes: Outcomes) =>
    rowsOf(outcomes) >= Math.max(LEAST_OF_GROUP, leastRows) &&
    rates.every(rate => RATES[rate](outcomes).n >= LEAST_OF_RATE)
  return { large: groups.filter(isLarge), small: groups.filter(outcomes => !isLarge(outcomes)) }
}
