import { Cells, end, start } from './cells'
import { scaled } from './scaled'

const PLUS: u8 = 0x2b
const MINUS: u8 = 0x2d
const POINT: u32 = 0x2e - 0x30
/** `e`, less the digit zero; `E` is the same but for one bit. */
const EXPONENT: u32 = 0x65 - 0x30
const LOWER_CASE: u32 = 0x20
/** Digits, leading zeros not counted, whose whole number 64 bits hold, whatever they are. */
const MAX_DIGITS: u32 = 19
/** Digits of an exponent. */
const MAX_EXPONENT: u32 = 3

/**
 * The values of decimals (`-12.5`, `.5`, `7`, `1e-5`), rounded as `Number` does. NaN for too many digits, great exponents,
 * points where there may be none, empty cells and whatever is no decimal; gives how many of those are not empty.
 */
export function decimals(cells: Cells, column: u32, points: bool, values: usize): u32 {
  let unread: u32 = 0
  let cell: usize = column
  for (let row: usize = 0; row < cells.rows; row++, cell += cells.width) {
    const first = start(cells, cell)
    const last = end(cells, cell)
    const value =
      <i32>first === last ? NaN : last < 0 ? NaN : decimal(cells.origin + first, cells.origin + <usize>last, points)
    if (isNaN(value) && <i32>first !== last) unread += 1
    store<f64>(values + (row << 3), value)
  }
  return unread
}

function decimal(at: usize, to: usize, points: bool): f64 {
  const sign = load<u8>(at)
  if (sign === MINUS || sign === PLUS) at += 1
  const from = at
  let whole: u64 = 0
  let significant: u32 = 0
  let point: usize = 0
  let places: i32 = 0
  for (; at < to; at++) {
    const digit = <u32>load<u8>(at) - 0x30
    if (digit <= 9) {
      whole = whole * 10 + <u64>digit
      if (whole !== 0) significant += 1
      if (significant > MAX_DIGITS) return NaN
    } else if (digit === POINT && point === 0 && points) point = at
    else break
  }
  // A digit at least.
  if (at - from === <usize>(point !== 0)) return NaN
  if (point !== 0) places = <i32>(at - point - 1)
  if (at < to) {
    const power = points ? exponent(at, to) : i32.MIN_VALUE
    if (power === i32.MIN_VALUE) return NaN
    places -= power
  }
  const value = scaled(whole, places)
  return sign === MINUS ? -value : value
}

/** What stands after `e`; the smallest number where there is anything else, or too much. */
function exponent(at: usize, to: usize): i32 {
  if (((<u32>load<u8>(at) - 0x30) | LOWER_CASE) !== EXPONENT) return i32.MIN_VALUE
  at += 1
  const sign = at < to ? load<u8>(at) : 0
  if (sign === MINUS || sign === PLUS) at += 1
  if (at === to || to - at > MAX_EXPONENT) return i32.MIN_VALUE
  let power: i32 = 0
  for (; at < to; at++) {
    const digit = <u32>load<u8>(at) - 0x30
    if (digit > 9) return i32.MIN_VALUE
    power = power * 10 + <i32>digit
  }
  return sign === MINUS ? -power : power
}
