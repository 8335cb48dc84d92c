const ZERO = 0x30
const NINE = 0x39
const PLUS = 0x2b
const MINUS = 0x2d
const POINT = 0x2e

/** Powers of ten that a double holds exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, i) => 10 ** i)
/** Digits whose whole number a double holds exactly, whatever they are. */
const MAX_DIGITS = 15

/**
 * The value of a plain decimal (`-12.5`, `.5`, `7`), rounded as `Number` does: its digits make a whole number that is
 * exact, as is the power of ten it is divided by, so one division rounds right (Clinger 1990). Undefined for exponents, too
 * many digits and whatever is no decimal: those are left to the text.
 */
export function decimalBytes(bytes: Uint8Array, start: number, end: number): number | undefined {
  let at = start
  const sign = bytes[at]
  if (sign === MINUS || sign === PLUS) at += 1
  const first = at
  let whole = 0
  let point = -1
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte >= ZERO && byte <= NINE) whole = whole * 10 + (byte - ZERO)
    else if (byte === POINT && point === -1) point = at
    else return undefined
  }
  const digits = end - first - (point === -1 ? 0 : 1)
  if (digits === 0 || digits > MAX_DIGITS) return undefined
  const value = point === -1 ? whole : whole / (POWERS[end - point - 1] ?? 1)
  return sign === MINUS ? -value : value
}

/** The value of a whole number in decimal digits; undefined where the text must be looked at. */
export function wholeBytes(bytes: Uint8Array, start: number, end: number): number | undefined {
  let at = start
  const sign = bytes[at]
  if (sign === MINUS || sign === PLUS) at += 1
  if (at === end || end - at > MAX_DIGITS) return undefined
  let whole = 0
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte < ZERO || byte > NINE) return undefined
    whole = whole * 10 + (byte - ZERO)
  }
  return sign === MINUS ? -whole : whole
}
