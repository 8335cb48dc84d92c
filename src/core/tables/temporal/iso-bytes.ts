const DASH = 0x2d
const COLON = 0x3a
const BLANK = 0x20
const T = 0x54
const Z = 0x5a
const POINT = 0x2e
const COMMA = 0x2c
const DAY = 86_400_000
const DAYS = Int32Array.of(0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
const POWERS = Float64Array.from({ length: 10 }, (_, i) => 10 ** i)

/**
 * Milliseconds since 1970 of the commonest forms of ISO 8601 (`2024-02-29`, `2024-03-10T14:22`, with seconds, a fraction, or
 * `Z`); NaN for a day or hour that does not exist. Undefined for all else, which is left to the text.
 */
export function isoBytes(
  bytes: Uint8Array,
  start: number,
  end: number,
  { time, timezone }: { readonly time: boolean; readonly timezone: boolean | undefined },
): number | undefined {
  const size = end - start
  if (size < 10 || bytes[start + 4] !== DASH || bytes[start + 7] !== DASH) return undefined
  const year = two(bytes, start) * 100 + two(bytes, start + 2)
  const month = two(bytes, start + 5)
  const day = two(bytes, start + 8)
  if (Number.isNaN(year + month + day)) return undefined
  if (!time) return size !== 10 ? undefined : timezone ? Number.NaN : dayOf(year, month, day) * DAY

  const mark = bytes[start + 10]
  if (size < 16 || (mark !== T && mark !== BLANK) || bytes[start + 13] !== COLON) return undefined
  const hour = two(bytes, start + 11)
  const minute = two(bytes, start + 14)
  let at = start + 16
  let second = 0
  let fraction = 0
  if (at < end && bytes[at] === COLON) {
    if (at + 3 > end) return undefined
    second = two(bytes, at + 1)
    at += 3
    if (at < end && (bytes[at] === POINT || bytes[at] === COMMA)) {
      const first = at + 1
      let digits = 0
      for (at = first; at < end; at++) {
        const digit = (bytes[at] ?? 0) - 0x30
        if (digit < 0 || digit > 9) break
        digits = digits * 10 + digit
      }
      if (at === first || at - first > 9) return undefined
      fraction = digits / (POWERS[at - first] ?? 1)
    }
  }
  const zoned = at === end - 1 && bytes[at] === Z
  if ((at !== end && !zoned) || Number.isNaN(hour + minute + second)) return undefined
  if (timezone !== undefined && timezone !== zoned) return Number.NaN
  if (hour > 23 || minute > 59 || second > 59) return Number.NaN
  return dayOf(year, month, day) * DAY + ((hour * 60 + minute) * 60 + second + fraction) * 1000
}

/** Two digits; NaN where they are none. */
function two(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - 0x30
  const ones = (bytes[at + 1] ?? 0) - 0x30
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

/** Days since 1970-01-01 in the Gregorian calendar, the year beginning in March (Hinnant, days_from_civil); NaN for a day that does not exist. */
function dayOf(year: number, month: number, day: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 && leap ? 29 : month > 12 ? 0 : (DAYS[month] ?? 0)
  if (day < 1 || day > days) return Number.NaN
  const marched = month <= 2 ? year - 1 : year
  const era = Math.floor(marched / 400)
  const ofEra = marched - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}
