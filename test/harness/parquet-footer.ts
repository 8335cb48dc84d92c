/** A value of Thrift's compact protocol, with the type that it is written as. */
export type Thrift = boolean | number | bigint | Uint8Array | ThriftList | ThriftStruct
export interface ThriftList {
  readonly of: number
  readonly items: Thrift[]
}
/** Fields by their ids. */
export type ThriftStruct = Map<number, { readonly type: number; value: Thrift }>

const [TRUE, FALSE, BYTE, I16, I32, I64, BINARY, LIST, STRUCT] = [1, 2, 3, 4, 5, 6, 8, 9, 12]

/** A Parquet file with its footer changed. */
export function changeFooter(file: Uint8Array, change: (footer: ThriftStruct) => void): Uint8Array {
  const bytes = Buffer.from(file)
  const length = bytes.readUInt32LE(bytes.length - 8)
  const start = bytes.length - 8 - length
  const { value: footer } = readStruct(bytes, start)
  change(footer)
  const written = Buffer.from(writeStruct(footer))
  const tail = Buffer.alloc(8, 'PAR1', 'latin1')
  tail.writeUInt32LE(written.length, 0)
  tail.write('PAR1', 4, 'latin1')
  return Buffer.concat([bytes.subarray(0, start), written, tail])
}

/** The struct of a field, of lists the one at that index. */
export function inside(struct: ThriftStruct, ...path: readonly number[]): ThriftStruct {
  let at: Thrift = struct
  for (const step of path) {
    const next: Thrift | undefined = at instanceof Map ? at.get(step)?.value : isList(at) ? at.items[step] : undefined
    if (next === undefined) throw new Error(`The footer has no ${path.join('.')}`)
    at = next
  }
  if (!(at instanceof Map)) throw new Error(`The footer's ${path.join('.')} is no struct`)
  return at
}

/** Sets a field, with the type of its value. */
export function setField(struct: ThriftStruct, id: number, value: boolean | bigint | Uint8Array): void {
  const type = typeof value === 'boolean' ? (value ? TRUE : FALSE) : typeof value === 'bigint' ? I64 : BINARY
  struct.set(id, { type, value })
}

const isList = (value: Thrift): value is ThriftList => typeof value === 'object' && 'items' in value

function readStruct(bytes: Buffer, start: number): { value: ThriftStruct; at: number } {
  const value: ThriftStruct = new Map()
  let at = start
  for (let id = 0; ; ) {
    const head = bytes.readUInt8(at++)
    if (head === 0) return { value, at }
    if (head >> 4) id += head >> 4
    else {
      const given = readInteger(bytes, at)
      id = Number(given.value)
      at = given.at
    }
    const type = head & 15
    const read = readValue(bytes, at, type)
    value.set(id, { type, value: read.value })
    at = read.at
  }
}

function readValue(bytes: Buffer, at: number, type: number): { value: Thrift; at: number } {
  if (type === TRUE || type === FALSE) return { value: type === TRUE, at }
  if (type === BYTE) return { value: bytes.readInt8(at), at: at + 1 }
  if (type === I16 || type === I32 || type === I64) return readInteger(bytes, at)
  if (type === STRUCT) return readStruct(bytes, at)
  if (type === BINARY) {
    const length = readVarint(bytes, at)
    const end = length.at + Number(length.value)
    return { value: bytes.subarray(length.at, end), at: end }
  }
  if (type !== LIST) throw new Error(`A field of type ${type}`)
  const head = bytes.readUInt8(at)
  const size = head >> 4 === 15 ? readVarint(bytes, at + 1) : { value: BigInt(head >> 4), at: at + 1 }
  const items: Thrift[] = []
  let next = size.at
  for (let i = 0n; i < size.value; i++) {
    const isTruth = (head & 15) === TRUE || (head & 15) === FALSE
    const item = isTruth ? { value: bytes[next] === 1, at: next + 1 } : readValue(bytes, next, head & 15)
    items.push(item.value)
    next = item.at
  }
  return { value: { of: head & 15, items }, at: next }
}

function readVarint(bytes: Buffer, start: number): { value: bigint; at: number } {
  let value = 0n
  for (let at = start, shift = 0n; ; at++, shift += 7n) {
    const byte = bytes.readUInt8(at)
    value |= BigInt(byte & 127) << shift
    if (byte < 128) return { value, at: at + 1 }
  }
}

function readInteger(bytes: Buffer, start: number): { value: bigint; at: number } {
  const { value, at } = readVarint(bytes, start)
  return { value: (value >> 1n) ^ -(value & 1n), at }
}

const writeVarint = (value: bigint): number[] =>
  value < 128n ? [Number(value)] : [Number(value & 127n) | 128, ...writeVarint(value >> 7n)]

const writeInteger = (value: bigint): number[] => writeVarint(value >= 0n ? 2n * value : -2n * value - 1n)

function writeStruct(struct: ThriftStruct): number[] {
  const fields = [...struct].toSorted(([a], [b]) => a - b)
  let before = 0
  const bytes = fields.flatMap(([id, { type, value }]) => {
    const step = id - before
    before = id
    const head = step < 16 ? [(step << 4) | type] : [type, ...writeInteger(BigInt(id))]
    return [...head, ...(typeof value === 'boolean' ? [] : writeValue(value))]
  })
  return [...bytes, 0]
}

function writeValue(value: Thrift): number[] {
  if (typeof value === 'boolean') return [value ? 1 : 0]
  if (typeof value === 'number') return [value & 255]
  if (typeof value === 'bigint') return writeInteger(value)
  if (value instanceof Uint8Array) return [...writeVarint(BigInt(value.length)), ...value]
  if (value instanceof Map) return writeStruct(value)
  const { of, items } = value
  const head = items.length < 15 ? [(items.length << 4) | of] : [(15 << 4) | of, ...writeVarint(BigInt(items.length))]
  return [...head, ...items.flatMap(writeValue)]
}
