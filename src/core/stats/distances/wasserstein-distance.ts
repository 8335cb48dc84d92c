import { sortedFinite } from '../samples/sorted.ts'
import { integratedGap } from './integrated-gap.ts'

/** The Wasserstein-1 (earth mover's) distance of two samples, ∫ |F − G|, in the samples' own unit. */
export function wassersteinDistance(x: ArrayLike<number>, y: ArrayLike<number>): number {
  return integratedGap(sortedFinite(x, 'x'), sortedFinite(y, 'y'), Math.abs)
}
