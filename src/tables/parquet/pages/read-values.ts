import type { Encoding, SchemaElement } from 'hyparquet'
import { readHybrid } from './hybrid.ts'
import type { StoredNumbers, StoredValues } from './stored-values.ts'

/** Reads values of a type that are stored in an encoding, other than by a dictionary. */
export async function readValues(
  element: SchemaElement,
  encoding: Encoding,
  bytes: Uint8Array,
  count: number,
): Promise<StoredValues> {
  if (encoding === 'PLAIN') return readPlain(element, bytes, count)
  if (encoding === 'RLE' && element.type === 'BOOLEAN') return readRuns(bytes, count)
  return readOther(element, encoding, bytes, count)
}

/** Reads values one after the other as they are. */
export function readPlain(element: SchemaElement, bytes: Uint8Array, count: number): StoredValues {
  switch (element.type) {
    case 'BOOLEAN':
      return numbers(Uint8Array.from({ length: count }, (_, i) => (byteAt(bytes, i >> 3) >> (i & 7)) & 1))
    case 'INT32':
      return numbers(new Int32Array(aligned(bytes, 4 * count)))
    case 'INT64':
      return numbers(new BigInt64Array(aligned(bytes, 8 * count)))
    case 'FLOAT':
      return numbers(new Float32Array(aligned(bytes, 4 * count)))
    case 'DOUBLE':
      return numbers(new Float64Array(aligned(bytes, 8 * count)))
    case 'INT96':
      return fixed(bytes, 12, count)
    case 'FIXED_LEN_BYTE_ARRAY':
      return fixed(bytes, element.type_length ?? 0, count)
    case 'BYTE_ARRAY':
      return prefixed(bytes, count)
    default:
      throw new Error(`values of an unknown type`)
  }
}

const numbers = (numbers: StoredNumbers): StoredValues => ({ is: 'numbers', length: numbers.length, numbers })

const cutOff = () => new Error('a page holds fewer values than it says')

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw cutOff()
  return byte
}

/** The first bytes, in memory of their own. */
function aligned(bytes: Uint8Array, size: number): ArrayBuffer {
  if (bytes.length < size) throw cutOff()
  const copy = new Uint8Array(size)
  copy.set(bytes.subarray(0, size))
  return copy.buffer
}

function fixed(bytes: Uint8Array, size: number, count: number): StoredValues {
  if (!(size > 0)) throw new Error('values of no length')
  if (bytes.length < size * count) throw cutOff()
  const starts = Int32Array.from({ length: count }, (_, i) => i * size)
  return { is: 'bytes', length: count, bytes, starts, ends: starts.map(start => start + size) }
}

/** Values after their lengths, of four bytes each. */
function prefixed(bytes: Uint8Array, count: number): StoredValues {
  const [starts, ends] = [new Int32Array(count), new Int32Array(count)]
  let at = 0
  for (let i = 0; i < count; i++) {
    const length =
      (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)
    at += 4
    if (length < 0 || length > bytes.length - at) throw cutOff()
    starts[i] = at
    at += length
    ends[i] = at
  }
  return { is: 'bytes', length: count, bytes, starts, ends }
}

/** Booleans in runs, after four bytes that say how long they are. */
function readRuns(bytes: Uint8Array, count: number): StoredValues {
  const all = new Uint8Array(count)
  readHybrid(bytes, 4, bytes.length, 1, all)
  return numbers(all)
}

/** The encodings that fewer files have, by hyparquet. */
async function readOther(
  { type, type_length }: SchemaElement,
  encoding: Encoding,
  bytes: Uint8Array,
  count: number,
): Promise<StoredValues> {
  const [{ byteStreamSplit }, { deltaBinaryUnpack, deltaByteArray, deltaLengthByteArray }, { alpDecode }] =
    await Promise.all([
      import('hyparquet/src/encoding.js'),
      import('hyparquet/src/delta.js'),
      import('hyparquet/src/alp.js'),
    ])
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 }
  if (count === 0 || type === undefined) return numbers(new Float64Array(0))
  if (encoding === 'BYTE_STREAM_SPLIT') return stored(byteStreamSplit(reader, count, type, type_length))
  if (encoding === 'ALP') return stored(alpDecode(reader, count, type))
  if (encoding === 'DELTA_BINARY_PACKED') {
    const all = type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count)
    deltaBinaryUnpack(reader, count, all)
    return numbers(all)
  }
  const all = new Array<Uint8Array>(count)
  if (encoding === 'DELTA_LENGTH_BYTE_ARRAY') deltaLengthByteArray(reader, count, all)
  else if (encoding === 'DELTA_BYTE_ARRAY') deltaByteArray(reader, count, all)
  else throw new Error(`values in an unknown encoding (${encoding})`)
  return stored(all)
}

/** Values that hyparquet has decoded. */
function stored(values: unknown): StoredValues {
  if (
    values instanceof Int32Array ||
    values instanceof BigInt64Array ||
    values instanceof Float32Array ||
    values instanceof Float64Array
  )
    return numbers(values)
  const all = Array.isArray(values) ? values.filter(value => value instanceof Uint8Array) : []
  const ends = new Int32Array(all.length)
  let size = 0
  for (const [i, { length }] of all.entries()) ends[i] = size += length
  const bytes = new Uint8Array(size)
  const starts = ends.map((end, i) => end - (all[i]?.length ?? 0))
  for (const [i, value] of all.entries()) bytes.set(value, starts[i])
  return { is: 'bytes', length: all.length, bytes, starts, ends }
}
