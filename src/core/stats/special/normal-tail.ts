import { erfc } from './erf.ts'
import { expMinusSquare } from './exp-minus-square.ts'
import { scaledErfc } from './scaled-erfc.ts'

const UNDERFLOW = 38.6

/** P(Z > z) for the standard normal Z; far out not as erfc(z / √2), whose rounded argument would cost z² ulps. */
export function normalTail(z: number): number {
  if (z < 1) return erfc(z * Math.SQRT1_2) / 2
  return z > UNDERFLOW ? 0 : (expMinusSquare(z, 2) * scaledErfc(z * Math.SQRT1_2)) / 2
}
