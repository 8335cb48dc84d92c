import { THRIFT_TYPE, type ThriftStruct, type ThriftValue } from './thrift-type.ts'

const VERSION = 0x8001
const REPLY = 2
/** Structs within structs, at most. */
const DEEPEST = 32

/** Reads what a call of this name has given: the struct it returns. What is no such answer is an error. */
export function readReply(bytes: Uint8Array, called: string): ThriftStruct {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  try {
    const [version, , kind] = [data.getUint16(0), data.getUint8(2), data.getUint8(3)]
    at = 4
    const name = text(binary())
    int()
    const body = struct(0)
    if (version !== VERSION || name !== called) throw new Error('another message')
    if (kind !== REPLY) throw new Error(`a refusal: ${text(body.fields.get(1)).slice(0, 300)}`)
    const answer = body.fields.get(0)
    if (at !== bytes.length || !isStruct(answer)) throw new Error('no result')
    return answer
  } catch (cause) {
    const why = cause instanceof RangeError ? 'it is cut off' : cause instanceof Error ? cause.message : String(cause)
    throw new Error(`the server answered with what is no answer to ${called}: ${why}`, { cause })
  }

  function take(length: number): number {
    const from = at
    at += length
    return from
  }

  function int(): number {
    return data.getInt32(take(4))
  }

  function binary(): Uint8Array {
    const length = int()
    if (length < 0 || length > bytes.length - at) throw new RangeError('too long')
    return bytes.subarray(take(length), at)
  }

  /** How many values follow: each has one byte at least. */
  function size(): number {
    const count = int()
    if (count < 0 || count > bytes.length - at) throw new RangeError('too many')
    return count
  }

  function struct(depth: number): ThriftStruct {
    if (depth > DEEPEST) throw new Error('it is nested too deep')
    const fields = new Map<number, ThriftValue>()
    for (;;) {
      const type = data.getUint8(take(1))
      if (type === THRIFT_TYPE.stop) return { fields }
      const id = data.getInt16(take(2))
      fields.set(id, value(type, depth + 1))
    }
  }

  function value(type: number, depth: number): ThriftValue {
    if (depth > DEEPEST) throw new Error('it is nested too deep')
    switch (type) {
      case THRIFT_TYPE.bool:
        return data.getUint8(take(1)) !== 0
      case THRIFT_TYPE.byte:
        return data.getInt8(take(1))
      case THRIFT_TYPE.double:
        return data.getFloat64(take(8))
      case THRIFT_TYPE.i16:
        return data.getInt16(take(2))
      case THRIFT_TYPE.i32:
        return int()
      case THRIFT_TYPE.i64:
        return data.getBigInt64(take(8))
      case THRIFT_TYPE.binary:
        return binary()
      case THRIFT_TYPE.struct:
        return struct(depth)
      case THRIFT_TYPE.set:
      case THRIFT_TYPE.list: {
        const of = data.getUint8(take(1))
        return Array.from({ length: size() }, () => value(of, depth + 1))
      }
      case THRIFT_TYPE.map: {
        const [key, of] = [data.getUint8(take(1)), data.getUint8(take(1))]
        return new Map(
          Array.from({ length: size() }, (): [ThriftValue, ThriftValue] => [
            value(key, depth + 1),
            value(of, depth + 1),
          ]),
        )
      }
    }
    throw new Error(`it has the unknown type ${type}`)
  }
}

const isStruct = (value: ThriftValue | undefined): value is ThriftStruct =>
  typeof value === 'object' && 'fields' in value

/** Bytes as text; of anything else none. */
const text = (value: ThriftValue | undefined): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : ''
