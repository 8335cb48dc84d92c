const NEWLINE = 0x0a
const QUOTE = 0x22
const BACKSLASH = 0x5c
const [MINUS, PLUS, POINT, ZERO, NINE] = [0x2d, 0x2b, 0x2e, 0x30, 0x39]
const [COMMA, COLON] = [0x2c, 0x3a]
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d]
const [SPACE, TAB, RETURN] = [0x20, 0x09, 0x0d]
const LOWER = 0x20
const E = 0x65
const TRUE = Buffer.from('true')
const FALSE = Buffer.from('false')
const NULL = Buffer.from('null')

/** The pairs of an object, as far as it was read: where each key and value stands in the bytes. */
export interface Pairs {
  count: number
  /** Four numbers a pair: first byte and end of the key, first byte and end of the value, quotes left out; `~end` of what only JSON.parse can tell, quotes left in. */
  places: Int32Array
}

export const noPairs = (): Pairs => ({ count: 0, places: new Int32Array(4 * 64) })

/** What a line is that holds no object. No complement of an end is either: nothing ends within the first three bytes. */
export const BLANK = -1
export const NO_OBJECT = -2

/**
 * Reads an object of one line (RFC 8259): the byte after its line break, or what the line is instead. A line break must
 * follow somewhere; JSON's strings hold none, so nothing here looks for an end.
 */
export function scanLine(bytes: Uint8Array, from: number, pairs: Pairs): number {
  let at = blanks(bytes, from)
  pairs.count = 0
  if (bytes[at] === NEWLINE) return BLANK
  if (bytes[at] !== OPEN_OBJECT) return NO_OBJECT
  at = blanks(bytes, at + 1)
  if (bytes[at] === CLOSE_OBJECT) return lineEnd(bytes, at + 1)
  for (;;) {
    if (bytes[at] !== QUOTE) return NO_OBJECT
    const key = at + 1
    at = stringEnd(bytes, key)
    if (at === NO_OBJECT) return NO_OBJECT
    const keyIsPlain = at >= 0
    if (!keyIsPlain) at = ~at
    if (!keyIsPlain && !isJson(bytes, key - 1, at)) return NO_OBJECT
    if (4 * pairs.count === pairs.places.length) pairs.places = longer(pairs.places)
    const { places } = pairs
    const pair = 4 * pairs.count++
    places[pair] = keyIsPlain ? key : key - 1
    places[pair + 1] = keyIsPlain ? at - 1 : ~at
    at = blanks(bytes, at)
    if (bytes[at] !== COLON) return NO_OBJECT
    at = blanks(bytes, at + 1)
    const byte = bytes[at] as number
    if (byte === QUOTE) {
      const end = stringEnd(bytes, at + 1)
      if (end === NO_OBJECT) return NO_OBJECT
      if (end >= 0) {
        places[pair + 2] = at + 1
        places[pair + 3] = end - 1
        at = end
      } else {
        if (!isJson(bytes, at, ~end)) return NO_OBJECT
        places[pair + 2] = at
        places[pair + 3] = end
        at = ~end
      }
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      const end = nestedEnd(bytes, at)
      if (end === NO_OBJECT || !isJson(bytes, at, end)) return NO_OBJECT
      places[pair + 2] = at
      places[pair + 3] = ~end
      at = end
    } else {
      const end = byte === MINUS || isDigit(byte) ? numberEnd(bytes, at) : wordEnd(bytes, at)
      if (end === NO_OBJECT) return NO_OBJECT
      places[pair + 2] = at
      places[pair + 3] = byte === NULL[0] ? at : end
      at = end
    }
    at = blanks(bytes, at)
    if (bytes[at] === CLOSE_OBJECT) return lineEnd(bytes, at + 1)
    if (bytes[at] !== COMMA) return NO_OBJECT
    at = blanks(bytes, at + 1)
  }
}

function blanks(bytes: Uint8Array, from: number): number {
  let at = from
  for (let byte = bytes[at]; byte === SPACE || byte === TAB || byte === RETURN; byte = bytes[at]) at++
  return at
}

function lineEnd(bytes: Uint8Array, from: number): number {
  const at = blanks(bytes, from)
  return bytes[at] === NEWLINE ? at + 1 : NO_OBJECT
}

/** The byte after a string's closing quote, as its complement where it holds escapes. */
function stringEnd(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    const byte = bytes[at] as number
    if (byte === QUOTE) return at + 1
    if (byte === BACKSLASH) break
    if (byte < SPACE) return NO_OBJECT
    at++
  }
  for (;;) {
    const byte = bytes[at] as number
    if (byte === QUOTE) return ~(at + 1)
    if (byte < SPACE) return NO_OBJECT
    at += byte === BACKSLASH && (bytes[at + 1] as number) >= SPACE ? 2 : 1
  }
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= ZERO && byte <= NINE

function numberEnd(bytes: Uint8Array, from: number): number {
  let at = bytes[from] === MINUS ? from + 1 : from
  if (!isDigit(bytes[at])) return NO_OBJECT
  if (bytes[at] === ZERO) at++
  else at = digitsEnd(bytes, at)
  if (bytes[at] === POINT) {
    if (!isDigit(bytes[at + 1])) return NO_OBJECT
    at = digitsEnd(bytes, at + 1)
  }
  if (((bytes[at] as number) | LOWER) === E) {
    at += bytes[at + 1] === PLUS || bytes[at + 1] === MINUS ? 2 : 1
    if (!isDigit(bytes[at])) return NO_OBJECT
    at = digitsEnd(bytes, at)
  }
  return at
}

function digitsEnd(bytes: Uint8Array, from: number): number {
  let at = from
  while (isDigit(bytes[at])) at++
  return at
}

function wordEnd(bytes: Uint8Array, from: number): number {
  for (const word of [TRUE, FALSE, NULL])
    if (word.every((byte, i) => bytes[from + i] === byte)) return from + word.length
  return NO_OBJECT
}

/** The byte after a list or an object; what is in it is for JSON.parse to judge. */
function nestedEnd(bytes: Uint8Array, from: number): number {
  let depth = 0
  for (let at = from; ; at++) {
    const byte = bytes[at] as number
    if (byte === QUOTE) {
      const end = stringEnd(bytes, at + 1)
      if (end === NO_OBJECT) return NO_OBJECT
      at = (end < 0 ? ~end : end) - 1
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      depth--
      if (depth === 0) return at + 1
    } else if (byte === NEWLINE) return NO_OBJECT
  }
}

function isJson(bytes: Uint8Array, start: number, end: number): boolean {
  try {
    JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString())
    return true
  } catch {
    return false
  }
}

function longer(places: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * places.length)
  more.set(places)
  return more
}
