import { expMinusSquare } from './exp-minus-square.ts'
import { polynomial } from './polynomial.ts'
import { scaledErfc } from './scaled-erfc.ts'

/** Rational Chebyshev approximation: W. J. Cody, Math. Comp. 23 (1969), 631–637; coefficients from the highest power. */
const P = [0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694]
const Q = [1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171]
const NEAR = 0.46875
const UNDERFLOW = 27.3

/** The error function 2/√π ∫₀ˣ exp(−t²) dt. */
export function erf(x: number): number {
  return Math.abs(x) <= NEAR ? near(x) : x > 0 ? 1 - upper(x) : upper(-x) - 1
}

/** 1 − erf(x), to full relative precision down to the smallest double. */
export function erfc(x: number): number {
  return Math.abs(x) <= NEAR ? 1 - near(x) : x > 0 ? upper(x) : 2 - upper(-x)
}

function near(x: number): number {
  return (x * polynomial(P, x * x)) / polynomial(Q, x * x)
}

function upper(x: number): number {
  return x > UNDERFLOW ? 0 : expMinusSquare(x) * scaledErfc(x)
}
