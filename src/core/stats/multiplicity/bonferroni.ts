import { probability } from '../arguments/probability.ts'

/** p-values multiplied by their number, capped at 1. */
export function bonferroni(p: ArrayLike<number>): number[] {
  return Array.from(p, value => Math.min(1, probability(value) * p.length))
}
