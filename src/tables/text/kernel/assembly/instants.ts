import { Cells, end, start } from './cells'
import { POWERS } from './powers'

const DASH: u8 = 0x2d
const COLON: u8 = 0x3a
const BLANK: u8 = 0x20
const T: u8 = 0x54
const Z: u8 = 0x5a
const POINT: u8 = 0x2e
const COMMA: u8 = 0x2c
const DAY: f64 = 86_400_000
const DAYS: StaticArray<i32> = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** What a time must say of its offset from UTC: nothing (1), or that it is in UTC (2). */
const ZONED: i32 = 2

/**
 * Milliseconds since 1970 of the commonest forms of ISO 8601: days alone (`2024-02-29`), or with times
 * (`2024-03-10T14:22`, with seconds, a fraction, or `Z`). NaN for days and hours that do not exist and for all else; gives
 * how many of those are not empty.
 */
export function instants(cells: Cells, column: u32, times: bool, zone: i32, values: usize): u32 {
  let unread: u32 = 0
  let cell: usize = column
  for (let row: usize = 0; row < cells.rows; row++, cell += cells.width) {
    const first = start(cells, cell)
    const last = end(cells, cell)
    let value: f64 = NaN
    if (last > <i32>first) {
      const at = cells.origin + first
      const to = cells.origin + <usize>last
      value = times ? time(at, to, zone) : to - at === 10 && zone !== ZONED ? day(at) : NaN
    }
    if (isNaN(value) && <i32>first !== last) unread += 1
    store<f64>(values + (row << 3), value)
  }
  return unread
}

function time(from: usize, to: usize, zone: i32): f64 {
  const size = to - from
  if (size < 16 || load<u8>(from, 13) !== COLON) return NaN
  const mark = load<u8>(from, 10)
  if (mark !== T && mark !== BLANK) return NaN
  const hour = two(from + 11)
  const minute = two(from + 14)
  let at = from + 16
  let second: u32 = 0
  let fraction: f64 = 0
  if (at < to && load<u8>(at) === COLON) {
    if (at + 3 > to) return NaN
    second = two(at + 1)
    at += 3
    if (at < to && (load<u8>(at) === POINT || load<u8>(at) === COMMA)) {
      at += 1
      const first = at
      let digits: u64 = 0
      for (; at < to && at - first < 10; at++) {
        const digit = <u32>load<u8>(at) - 0x30
        if (digit > 9) break
        digits = digits * 10 + <u64>digit
      }
      if (at === first || at - first > 9) return NaN
      fraction = <f64>digits / unchecked(POWERS[<i32>(at - first)])
    }
  }
  const zoned = at === to - 1 && load<u8>(at) === Z
  if ((at !== to && !zoned) || (zone !== 0 && (zone === ZONED) !== zoned)) return NaN
  if (hour > 23 || minute > 59 || second > 59) return NaN
  return day(from) + (<f64>((hour * 60 + minute) * 60 + second) + fraction) * 1000
}

/** Two digits; more than 99 where they are none. */
function two(at: usize): u32 {
  const tens = <u32>load<u8>(at) - 0x30
  const ones = <u32>load<u8>(at, 1) - 0x30
  return tens <= 9 && ones <= 9 ? tens * 10 + ones : 1000
}

/** The beginning of a day in the Gregorian calendar, the year beginning in March (Hinnant, days_from_civil); NaN for one that does not exist. */
function day(at: usize): f64 {
  if (load<u8>(at, 4) !== DASH || load<u8>(at, 7) !== DASH) return NaN
  const century = two(at)
  const ofCentury = two(at + 2)
  const month = two(at + 5)
  const ofMonth = two(at + 8)
  if (century > 99 || ofCentury > 99 || month < 1 || month > 12) return NaN
  const year = <i32>(century * 100 + ofCentury)
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 && leap ? 29 : unchecked(DAYS[month])
  if (ofMonth < 1 || <i32>ofMonth > days) return NaN
  // Four hundred years on, so that no division is of a negative number.
  const marched = year + 400 - (month <= 2 ? 1 : 0)
  const era = marched / 400
  const ofEra = marched - era * 400
  const ofYear = (153 * (<i32>month + (month > 2 ? -3 : 9)) + 2) / 5 + <i32>ofMonth - 1
  return <f64>((era - 1) * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468) * DAY
}
