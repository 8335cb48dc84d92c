import type { Interval } from './interval.ts'

/** An estimate with its interval. */
interface Recovered extends Interval {
  readonly value: number
}

/**
 * The interval of a difference, first less second, from the intervals of both at the same level and the correlation of the
 * estimates: the variance of each is recovered from the end of its interval that matters. Of two proportions with Wilson's
 * intervals and no correlation it is Newcombe's.
 *
 * Source: G. Y. Zou and A. Donner (2008), Construction of confidence limits about effect measures: a general approach (MOVER).
 */
export function mover(first: Recovered, second: Recovered, correlation: number): Interval {
  const difference = first.value - second.value
  const reach = (own: number, its: number) => Math.sqrt(Math.max(0, own ** 2 - 2 * correlation * own * its + its ** 2))
  return {
    lower: difference - reach(first.value - first.lower, second.upper - second.value),
    upper: difference + reach(first.upper - first.value, second.value - second.lower),
  }
}
