import { decodeStrictly, hasAt } from '../bytes.ts'
import { readRange } from '../content/read-range.ts'
import type { Source } from '../content/source.ts'
import { type Dtype, type Field, parseDtype, recordDtype, repeatedDtype } from './dtype.ts'
import { type Literal, readLiteral, type Sequence } from './python-literal.ts'

/** numpy refuses longer headers (numpy/lib/format.py, _MAX_HEADER_SIZE). */
const MAX_HEADER = 10_000
const MAX_DEPTH = 16

export interface NpyHeader {
  readonly dtype: Dtype
  readonly shape: readonly number[]
  /** Where the items start. */
  readonly end: number
}

/** The header of an .npy file (NEP 1), or why it is none. */
export function readNpyHeader(source: Source): NpyHeader | string {
  const bytes = readRange(source, 0, 12 + MAX_HEADER)
  const version = bytes[6] ?? 0
  if (version < 1 || version > 3 || bytes[7] !== 0) return `version ${version}.${bytes[7]} is unknown`
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = version === 1 ? 10 : 12
  if (bytes.length < start) return 'the header is cut off'
  const end = start + (version === 1 ? view.getUint16(8, true) : view.getUint32(8, true))
  if (end - start > MAX_HEADER) return `the header is longer than ${MAX_HEADER} bytes`
  if (end > bytes.length) return 'the header is cut off'
  const header = readLiteral(decodeStrictly(bytes.subarray(start, end)) ?? '')
  if (!(header instanceof Map) || header.size !== 3) return 'the header is not that of an array'
  const shape = lengths(header.get('shape'))
  const dtype = dtypeOf(header.get('descr'), 0)
  if (!shape || !dtype || typeof header.get('fortran_order') !== 'boolean') return 'the header is not that of an array'
  return { dtype, shape, end }
}

/** Whether the bytes start as an .npy file. */
export const isNpy = (source: Source): boolean => hasAt(source, '\x93NUMPY')

const isSequence = (value: Literal | undefined): value is Sequence =>
  typeof value === 'object' && value !== null && !(value instanceof Map) && 'items' in value

function lengths(value: Literal | undefined): number[] | undefined {
  if (!isSequence(value) || !value.tuple) return undefined
  const found = value.items.filter(item => typeof item === 'number').filter(item => item >= 0)
  return found.length === value.items.length ? found : undefined
}

/** `'<f8'`, `('<f8', (2, 3))`, or a list of fields `('name', type[, shape])`. */
function dtypeOf(descr: Literal | undefined, depth: number): Dtype | undefined {
  if (typeof descr === 'string') return parseDtype(descr)
  if (!isSequence(descr) || depth > MAX_DEPTH) return undefined
  if (descr.tuple) return repeated(descr.items[0], descr.items[1], depth)
  const fields = new Map<string, Field>()
  let offset = 0
  for (const [i, item] of descr.items.entries()) {
    if (!isSequence(item) || !item.tuple) return undefined
    const [name, type, shape] = item.items
    const dtype = shape === undefined ? dtypeOf(type, depth + 1) : repeated(type, shape, depth)
    if (!dtype || name === undefined) return undefined
    fields.set(typeof name === 'string' && !fields.has(name) ? name : `${i}.`, { offset, dtype })
    offset += dtype.itemsize
  }
  return recordDtype(offset, fields)
}

function repeated(type: Literal | undefined, shape: Literal | undefined, depth: number): Dtype | undefined {
  const dtype = dtypeOf(type, depth + 1)
  const found = lengths(shape)
  return dtype && found && repeatedDtype(dtype, found)
}
