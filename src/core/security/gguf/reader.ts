/** Where a GGUF file stops being one; continues a sentence about the file. */
export class GgufFault extends Error {
  override readonly name = 'GgufFault'
}

/** Reads a GGUF file front to back. */
export interface Reader {
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly littleEndian: boolean
  at: number
}

/** Passes over `count` bytes that must be there; gives where they begin. */
export function skip(reader: Reader, count: number): number {
  const { at } = reader
  if (count > reader.bytes.length - at) throw new GgufFault(`it breaks off at byte ${at}`)
  reader.at += count
  return at
}

export const readU32 = (reader: Reader): number => {
  const at = skip(reader, 4)
  return reader.view.getUint32(at, reader.littleEndian)
}

/** A 64-bit count; one that no file can hold is refused. */
export function readCount(reader: Reader): number {
  const at = skip(reader, 8)
  const value = reader.view.getBigUint64(at, reader.littleEndian)
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new GgufFault(`it has a count of ${value} at byte ${at}`)
  return Number(value)
}

/** The bytes of a text, at most `longest` of them. */
export function readText(reader: Reader, longest: number): Uint8Array {
  const length = readCount(reader)
  if (length > longest) throw new GgufFault(`it has a text of ${length} bytes at byte ${reader.at}`)
  const at = skip(reader, length)
  return reader.bytes.subarray(at, at + length)
}
