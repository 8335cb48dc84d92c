import { Cells, end, start } from './cells'
import { POWERS } from './powers'

const PLUS: u8 = 0x2b
const MINUS: u8 = 0x2d
const POINT: u32 = 0x2e - 0x30
/** Digits whose whole number a double holds exactly, whatever they are. */
const MAX_DIGITS: u32 = 15

/**
 * The values of plain decimals (`-12.5`, `.5`, `7`), rounded as `Number` does: the digits make a whole number that is exact,
 * as is the power of ten it is divided by, so one division rounds right (Clinger 1990). NaN for exponents, too many digits,
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
  let digits = <u32>(to - at)
  if (digits > MAX_DIGITS + 1) return NaN
  let whole: u64 = 0
  let point: usize = 0
  for (; at < to; at++) {
    const digit = <u32>load<u8>(at) - 0x30
    if (digit <= 9) whole = whole * 10 + <u64>digit
    else if (digit === POINT && point === 0 && points) point = at
    else return NaN
  }
  if (point !== 0) digits -= 1
  if (digits === 0 || digits > MAX_DIGITS) return NaN
  const value = point === 0 ? <f64>whole : <f64>whole / unchecked(POWERS[<i32>(to - point - 1)])
  return sign === MINUS ? -value : value
}
