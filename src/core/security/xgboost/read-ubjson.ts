import { grouped } from '../../wording/grouped.ts'
import { decodeStrictly } from '../bytes.ts'
import type { Hear } from '../format.ts'

const MAX_DEPTH = 64
const INTEGERS: Readonly<Record<string, number>> = { i: 1, U: 1, I: 2, u: 2, l: 4, m: 4, L: 8 }
const FLOATS: Readonly<Record<string, number>> = { d: 4, D: 8 }

/** Where bytes stop being Universal Binary JSON; continues a sentence about the file. */
export class UbjsonFault extends Error {
  override readonly name = 'UbjsonFault'
}

interface Container {
  readonly value: unknown[] | Map<string, unknown>
  /** Values still to come; undefined where a closing mark ends them. */
  left: number | undefined
}

/** The value of a whole Universal Binary JSON document (specification draft 12), without recursion; objects without repeated keys. `hear` takes its texts. */
export function readUbjson(bytes: Uint8Array, hear?: Hear): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const fault = (what: string) => new UbjsonFault(`${what} at byte ${at}`)
  const need = (count: number) => {
    if (count > bytes.length - at) throw fault('it breaks off')
    at += count
    return at - count
  }
  const mark = () => String.fromCharCode(bytes[need(1)] ?? 0)
  const numberOf = (type: string): number | undefined => {
    const size = INTEGERS[type] ?? FLOATS[type]
    if (size === undefined) return undefined
    const place = need(size)
    if (type === 'i') return view.getInt8(place)
    if (type === 'U') return view.getUint8(place)
    if (type === 'I') return view.getInt16(place)
    if (type === 'u') return view.getUint16(place)
    if (type === 'l') return view.getInt32(place)
    if (type === 'm') return view.getUint32(place)
    if (type === 'd') return view.getFloat32(place)
    return type === 'D' ? view.getFloat64(place) : Number(view.getBigInt64(place))
  }
  const length = (type = mark()) => {
    const value = type in INTEGERS ? numberOf(type) : undefined
    if (value === undefined || value < 0) throw fault('it has no length')
    return value
  }
  const text = (type?: string) => {
    const count = length(type)
    const place = need(count)
    const decoded = decodeStrictly(bytes.subarray(place, place + count))
    if (decoded === undefined) throw fault('it has a text that is no UTF-8')
    hear?.(`text at byte ${place}`, decoded)
    return decoded
  }
  const array = (): Container | number[] => {
    const type = peek('$') ? mark() : undefined
    const left = peek('#') ? length() : undefined
    if (type === undefined) return { value: [], left }
    const size = INTEGERS[type] ?? FLOATS[type]
    if (left === undefined || size === undefined || left * size > bytes.length - at)
      throw fault('it has an array that cannot be')
    return Array.from({ length: left }, () => numberOf(type) ?? 0)
  }
  const peek = (sign: string) => {
    const isThere = bytes[at] === sign.charCodeAt(0)
    if (isThere) at++
    return isThere
  }
  const scalar = (type: string): unknown => {
    if (type === 'Z') return null
    if (type === 'T' || type === 'F') return type === 'T'
    if (type === 'S') return text()
    if (type === 'C') return mark()
    const value = numberOf(type)
    if (value === undefined) throw fault('it has a value of an unknown type')
    return value
  }

  const open: Container[] = []
  let result: { readonly value: unknown } | undefined
  const add = (value: unknown, key: string | undefined) => {
    const container = open.at(-1)
    if (container === undefined) result = { value }
    else if (container.value instanceof Map) container.value.set(key ?? '', value)
    else container.value.push(value)
    if (container?.left !== undefined) container.left--
  }
  do {
    const container = open.at(-1)
    if (
      container &&
      (container.left === 0 || (container.left === undefined && peek(container.value instanceof Map ? '}' : ']')))
    ) {
      open.pop()
      continue
    }
    const key = container?.value instanceof Map ? text() : undefined
    if (key !== undefined && container?.value instanceof Map && container.value.has(key))
      throw fault('it has a key twice')
    const type = mark()
    const started = type === '{' ? object() : type === '[' ? array() : undefined
    if (started === undefined) add(scalar(type), key)
    else if (Array.isArray(started)) add(started, key)
    else {
      add(started.value, key)
      if (open.length >= MAX_DEPTH) throw fault('it is nested too deeply')
      open.push(started)
    }
  } while (open.length > 0)
  if (at < bytes.length) throw new UbjsonFault(`it is followed by ${grouped(bytes.length - at)} more bytes`)
  return plain(result?.value)

  function object(): Container {
    if (bytes[at] === '$'.charCodeAt(0)) throw fault('it has an object of one type')
    return { value: new Map(), left: peek('#') ? length() : undefined }
  }
}

/** Maps as objects; the depth is bounded by then. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 && typeof value[0] === 'number' ? value : value.map(plain)
  return value instanceof Map ? Object.fromEntries([...value].map(([key, item]) => [key, plain(item)])) : value
}
