import { count } from './count.ts'

/** Throws unless 0 ≤ k ≤ n are whole numbers and n is at least 1. */
export function requireSuccesses(k: number, n: number): void {
  if (count(n, 'the number of trials n') === 0) throw new RangeError('Expected at least one trial but found n = 0')
  if (count(k, 'the number of successes k') > n)
    throw new RangeError(`Expected k to be at most n = ${n} but found ${k}`)
}
