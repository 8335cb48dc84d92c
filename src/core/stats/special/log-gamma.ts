import { stirlingError } from './stirling-error.ts'

/** ζ(k) − 1 for k = 2, 3, …: the Taylor coefficients of ln Γ around 2, times k (DLMF 5.7.3). */
const ZETA_MINUS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853, 0.0004941886041194645,
  0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5, 3.058823630702049e-5, 1.528225940865187e-5,
  7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6, 9.539620338727962e-7, 4.769329867878064e-7,
  2.38450502727733e-7, 1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8,
  7.45071178983543e-9, 3.725334024788457e-9, 1.862659723513049e-9,
]
const ONE_MINUS_EULER = 0.42278433509846713
const HALF_LOG_TWO_PI = 0.9189385332046728

/** ln Γ(1 + z) for |z| ≤ ½, to full relative precision also around its zero at z = 0. */
export function logGammaOnePlus(z: number): number {
  return aroundTwo(z) - Math.log1p(z)
}

/** ln Γ(x) for x > 0, to full relative precision also around its zeros at 1 and 2 (named `lgamma` as in C). */
export function lgamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`Expected the argument of lgamma to be above 0 but found ${x}`)
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x)
  if (x < 1.5) return logGammaOnePlus(x - 1)
  if (x <= 2.5) return aroundTwo(x - 2)
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingError(x)
}

function aroundTwo(z: number): number {
  let sum = 0
  for (let i = ZETA_MINUS_ONE.length - 1; i >= 0; i--) sum = ((ZETA_MINUS_ONE[i] ?? 0) / (i + 2) - sum) * z
  return z * (ONE_MINUS_EULER + sum)
}
