import { THRIFT_TYPE } from './thrift-type.ts'

/** A value that is written already. */
export interface Written {
  readonly type: number
  readonly bytes: Uint8Array
}

const VERSION = 0x80010000
const CALL = 1

const int = (bytes: 2 | 4, value: number): Buffer => {
  const buffer = Buffer.alloc(bytes)
  buffer.writeIntBE(value, 0, bytes)
  return buffer
}
const counted = (bytes: Uint8Array): Buffer => Buffer.concat([int(4, bytes.length), bytes])

/** Values of Thrift's binary protocol. */
export const writeBool = (value: boolean): Written => ({ type: THRIFT_TYPE.bool, bytes: Buffer.of(value ? 1 : 0) })
export const writeInt = (value: number): Written => ({ type: THRIFT_TYPE.i32, bytes: int(4, value) })
export function writeLong(value: number): Written {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(BigInt(value))
  return { type: THRIFT_TYPE.i64, bytes }
}
export const writeBytes = (value: Uint8Array): Written => ({ type: THRIFT_TYPE.binary, bytes: counted(value) })
export const writeText = (value: string): Written => writeBytes(Buffer.from(value))

/** A map of texts. */
export function writeTexts(texts: Readonly<Record<string, string>>): Written {
  const all = Object.entries(texts)
  const parts = all.flat().map(text => counted(Buffer.from(text)))
  const head = [Buffer.of(THRIFT_TYPE.binary, THRIFT_TYPE.binary), int(4, all.length)]
  return { type: THRIFT_TYPE.map, bytes: Buffer.concat([...head, ...parts]) }
}

/** A struct, of its fields by their ids. */
export function writeStruct(fields: Readonly<Record<number, Written>>): Written {
  const parts = Object.entries(fields).flatMap(([id, { type, bytes }]) => [Buffer.of(type), int(2, Number(id)), bytes])
  return { type: THRIFT_TYPE.struct, bytes: Buffer.concat([...parts, Buffer.of(THRIFT_TYPE.stop)]) }
}

/** The call of a function that takes one request. */
export function writeCall(name: string, request: Written): Uint8Array {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(VERSION + CALL)
  return Buffer.concat([head, counted(Buffer.from(name)), int(4, 0), writeStruct({ 1: request }).bytes])
}
