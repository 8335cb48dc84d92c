import { POWERS } from './powers'
import { RECIPROCALS } from './reciprocals'

/** Powers of ten that a whole number may be divided by, if need be. */
const MOST_PLACES: i32 = 27
/** Whole numbers up to here are doubles. */
const EXACT: u64 = (<u64>1) << 53
/** Powers of ten up to here are doubles. */
const EXACT_PLACES: i32 = 22
const EXPONENT_BIAS: i32 = 1023
const LOWER: u64 = 0xffffffff

/** Upper half of the last product of `multiply`; the lower half is what it gives. */
let upper: u64 = 0

/**
 * whole · 10^−places, rounded to the nearest double, ties to even. A whole number and a power of ten that are both doubles need
 * one division, which rounds right (Clinger 1990); others the product with the reciprocal of the power of five, of which 128
 * bits are enough to round right for up to 27 places (Lemire 2021, Number parsing at a gigabyte per second, algorithm 1). NaN for
 * other places.
 */
export function scaled(whole: u64, places: i32): f64 {
  if (places === 0 || whole === 0) return <f64>whole
  if (whole <= EXACT && abs(places) <= EXACT_PLACES) {
    return places > 0 ? <f64>whole / unchecked(POWERS[places]) : <f64>whole * unchecked(POWERS[-places])
  }
  if (places < 0 || places > MOST_PLACES) return NaN
  const shift = clz(whole)
  const digits = whole << shift
  const at = (<u32>(places - 1)) << 2
  let low = multiply(digits, wordsAt(at))
  let high = upper
  if ((high & 0x1ff) === 0x1ff) {
    multiply(digits, wordsAt(at + 2))
    low += upper
    if (upper > low) high += 1
  }
  const top = <i32>(high >> 63)
  let mantissa = high >> <u64>(top + 9)
  // ⌊log₂ 10^−places⌋ + 63, as 217706 / 2¹⁶ is near enough to log₂ 10.
  let exponent = ((-217706 * places) >> 16) + 63 + top - <i32>shift + EXPONENT_BIAS
  // Exactly between two doubles, which happens to few places only.
  if (low <= 1 && places <= 4 && (mantissa & 3) === 1 && mantissa << (<u64>(top + 9)) === high) mantissa &= ~(<u64>1)
  mantissa = (mantissa + (mantissa & 1)) >> 1
  if (mantissa >= (<u64>2) << 52) {
    mantissa = (<u64>1) << 52
    exponent += 1
  }
  return reinterpret<f64>((mantissa & ~((<u64>1) << 52)) | ((<u64>exponent) << 52))
}

const wordsAt = (at: u32): u64 => ((<u64>unchecked(RECIPROCALS[at])) << 32) | <u64>unchecked(RECIPROCALS[at + 1])

/** The product of two numbers of 64 bits: its lower half, and in `upper` the other. */
function multiply(a: u64, b: u64): u64 {
  const a0 = a & LOWER
  const a1 = a >> 32
  const b0 = b & LOWER
  const b1 = b >> 32
  const low = a0 * b0
  const middle = a1 * b0 + (low >> 32)
  const other = a0 * b1 + (middle & LOWER)
  upper = a1 * b1 + (middle >> 32) + (other >> 32)
  return (other << 32) | (low & LOWER)
}
