/** Digits of 32 bits that hold every double: 2098 bits, and room for carries. */
const DIGITS = 68
const BASE = 2 ** 32
/** Additions until a digit, kept as a double, might no longer be exact. */
const MAX_ADDED = 2 ** 20

/**
 * A sum of finite doubles kept without error, so that it is the same in any order and any shards; Python's math.fsum. The
 * accumulator is Neal's (2015, Fast exact summation using small and large superaccumulators): a long number in digits of 32
 * bits, its unit the smallest double, 2⁻¹⁰⁷⁴; digits may be negative and are carried only now and then.
 */
export interface ExactSum {
  readonly digits: Float64Array
  added: number
}

/** The sum of nothing. */
export const noSum = (): ExactSum => ({ digits: new Float64Array(DIGITS), added: 0 })

const double = new Float64Array(1)
const words = new Uint32Array(double.buffer)
// The order of a double's two halves in memory.
double[0] = 1
const HIGH = words[1] === 0 ? 0 : 1
const LOW = 1 - HIGH

/** Adds a finite number without error. */
export function addTo(sum: ExactSum, value: number): void {
  if (sum.added === MAX_ADDED) carry(sum)
  sum.added += 1
  double[0] = value
  const high = words[HIGH] ?? 0
  const low = words[LOW] ?? 0
  const exponent = (high >>> 20) & 0x7ff
  const mantissa = exponent === 0 ? high & 0xfffff : (high & 0xfffff) | 0x100000
  const bits = exponent === 0 ? 0 : exponent - 1
  const { digits } = sum
  const at = bits >>> 5
  const shift = bits & 31
  const d0 = (low << shift) >>> 0
  const d1 = (shift === 0 ? mantissa : (low >>> (32 - shift)) | (mantissa << shift)) >>> 0
  const d2 = shift === 0 ? 0 : mantissa >>> (32 - shift)
  if (high >>> 31 === 0) {
    digits[at] = (digits[at] ?? 0) + d0
    digits[at + 1] = (digits[at + 1] ?? 0) + d1
    digits[at + 2] = (digits[at + 2] ?? 0) + d2
  } else {
    digits[at] = (digits[at] ?? 0) - d0
    digits[at + 1] = (digits[at + 1] ?? 0) - d1
    digits[at + 2] = (digits[at + 2] ?? 0) - d2
  }
}

/** Adds what another sum holds. */
export function addSum(sum: ExactSum, other: ExactSum): void {
  carry(sum)
  carry(other)
  for (let i = 0; i < DIGITS; i++) sum.digits[i] = (sum.digits[i] ?? 0) + (other.digits[i] ?? 0)
  sum.added += 1
}

/** Brings every digit but the last into 0 … 2³² − 1: the same sum has the same digits, however it came about. */
function carry(sum: ExactSum): void {
  const { digits } = sum
  let over = 0
  for (let i = 0; i < DIGITS - 1; i++) {
    const digit = (digits[i] ?? 0) + over
    over = Math.floor(digit / BASE)
    digits[i] = digit - over * BASE
  }
  digits[DIGITS - 1] = (digits[DIGITS - 1] ?? 0) + over
  sum.added = 0
}

/** The sum as a whole number of its unit, 2⁻¹⁰⁷⁴. */
export function integerOf(sum: ExactSum): bigint {
  carry(sum)
  let total = 0n
  for (let i = DIGITS - 1; i >= 0; i--) total = (total << 32n) + BigInt(sum.digits[i] ?? 0)
  return total
}

/** The double nearest to the exact sum, ties to even; ±∞ where it is beyond all doubles. */
export function sumOf(sum: ExactSum): number {
  const total = integerOf(sum)
  const size = (total < 0n ? -total : total).toString(2).length
  if (size <= 1000) return Number(total) * Number.MIN_VALUE
  // Number() would overflow before the scale is applied; of the bits that are shifted out, one stands for all.
  const shift = BigInt(size - 1000)
  const kept = total >> shift
  const rest = total === kept << shift ? 0n : 1n
  return Number((kept << 1n) | rest) * 2 ** (size - 1000 - 1075)
}
