import { sortedFinite } from '../samples/sorted.ts'
import { integratedGap } from './integrated-gap.ts'

/** The energy distance of two samples, √(2 ∫ (F − G)²), in the square root of the samples' unit (Székely 2003). */
export function energyDistance(x: ArrayLike<number>, y: ArrayLike<number>): number {
  return Math.sqrt(2 * integratedGap(sortedFinite(x, 'x'), sortedFinite(y, 'y'), gap => gap * gap))
}
