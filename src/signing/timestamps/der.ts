/** One value of a DER document (ITU-T X.690). */
export interface Der {
  /** Class, form and number in one byte: 0x30 a SEQUENCE, 0xa0 a context-specific [0]. */
  readonly tag: number
  readonly content: Uint8Array
  /** Tag, length and content, as they stand. */
  readonly raw: Uint8Array
}

export class DerError extends Error {}

/** Largest value that is read, in bytes: a time-stamp with its certificates has about 6 000. */
const MAX_BYTES = 1024 * 1024

/** The one value that these bytes are. */
export function readDer(bytes: Uint8Array): Der {
  const [value, ...rest] = values(bytes)
  if (value === undefined || rest.length > 0) throw new DerError('not one value')
  return value
}

/** The values in a value, in order. */
export const inside = ({ tag, content }: Der): Der[] => {
  if ((tag & 0x20) === 0) throw new DerError('a value without parts')
  return values(content)
}

function values(bytes: Uint8Array): Der[] {
  if (bytes.length > MAX_BYTES) throw new DerError('too many bytes')
  const found: Der[] = []
  for (let at = 0; at < bytes.length; ) {
    const value = valueAt(bytes, at)
    found.push(value)
    at += value.raw.length
  }
  return found
}

function valueAt(bytes: Uint8Array, start: number): Der {
  const tag = byteAt(bytes, start)
  if ((tag & 0x1f) === 0x1f) throw new DerError('a tag of several bytes')
  const first = byteAt(bytes, start + 1)
  if (first === 0x80 || first > 0x83) throw new DerError('a length of no use')
  let length = first
  let head = 2
  if (first > 0x80) {
    length = 0
    for (head = 2; head < 2 + (first & 0x7f); head += 1) length = length * 256 + byteAt(bytes, start + head)
  }
  const end = start + head + length
  if (end > bytes.length) throw new DerError('cut short')
  return { tag, content: bytes.subarray(start + head, end), raw: bytes.subarray(start, end) }
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw new DerError('cut short')
  return byte
}
