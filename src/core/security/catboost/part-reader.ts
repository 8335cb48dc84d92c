import { latin1 } from '../bytes.ts'
import { FlatFault } from '../flatbuffers/flat-fault.ts'
import type { FlatTable } from '../flatbuffers/flat-table.ts'
import { readWholeFlatbuffer } from '../flatbuffers/read-flatbuffer.ts'
import type { Shape } from '../flatbuffers/shape.ts'

/** Reads what follows the core of a CatBoost model front to back. Every step throws FlatFault where it would leave the file. */
export interface PartReader {
  readonly bytes: Uint8Array
  readonly view: DataView
  at: number
}

export const partReader = (bytes: Uint8Array, at: number): PartReader => ({
  bytes,
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  at,
})

/** Bytes of what CatBoost writes before a part, and of its identifiers (catboost/libs/helpers/serialization.cpp, guid.h). */
const BLOCK = 16

/** Passes over so many bytes; gives where they begin. */
export function skip(reader: PartReader, length: number): number {
  const { at, bytes } = reader
  if (length > bytes.length - at) throw new FlatFault('breaks off')
  reader.at = at + length
  return at
}

/** The next so many bytes. */
export function take(reader: PartReader, length: number): Uint8Array {
  const at = skip(reader, length)
  return reader.bytes.subarray(at, at + length)
}

/** A number of 32 bits without a sign. */
export const takeWord = (reader: PartReader): number => reader.view.getUint32(skip(reader, 4), true)

/** A number of 64 bits without a sign; one that no file can hold is refused. */
export function takeLong(reader: PartReader): number {
  const value = reader.view.getBigUint64(skip(reader, 8), true)
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new FlatFault(`has a length of ${value}`)
  return Number(value)
}

/** A length, and a buffer of FlatBuffers that is so long. */
export const takeTable = (reader: PartReader, shape: Shape): FlatTable =>
  readWholeFlatbuffer(take(reader, takeLong(reader)), shape)

/** An identifier, as text to be compared with others. */
export const takeIdentifier = (reader: PartReader): string => latin1(take(reader, BLOCK))

/** Passes over the name that a part begins with, and the zeros after it. */
export function requireName(reader: PartReader, name: string): void {
  const { at } = reader
  if (latin1(take(reader, BLOCK)) !== name.padEnd(BLOCK, '\0')) throw new FlatFault(`has no ${name} at byte ${at}`)
}

/** A number of 32 bits, and a text that is so long. */
export const takeText = (reader: PartReader): Uint8Array => take(reader, takeWord(reader))
