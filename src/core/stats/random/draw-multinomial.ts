import { drawBinomial } from './draw-binomial.ts'
import type { Random } from './random.ts'

/**
 * Lets `n` draws fall into cells with probabilities in proportion to whole numbers, `counts`, and writes how many fell into
 * each. One binomial draw per cell: its time does not grow with `n`.
 */
export function drawMultinomial(random: Random, n: number, counts: ArrayLike<number>, into: Float64Array): void {
  let total = 0
  for (let cell = 0; cell < counts.length; cell++) total += counts[cell] ?? 0
  let left = n
  for (let cell = 0; cell < counts.length; cell++) {
    const own = counts[cell] ?? 0
    const drawn = own === 0 || left === 0 ? 0 : own === total ? left : drawBinomial(random, left, own / total)
    into[cell] = drawn
    left -= drawn
    total -= own
  }
}
