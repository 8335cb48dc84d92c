import { readRange } from '../content/read-range.ts'
import type { Source } from '../content/source.ts'
import { viewAt } from '../content/view-at.ts'

/** Where a GGUF file stops being one; continues a sentence about the file. */
export class GgufFault extends Error {
  override readonly name = 'GgufFault'
}

/** Reads a GGUF file front to back. */
export interface Reader {
  readonly source: Source
  readonly littleEndian: boolean
  at: number
}

/** Passes over `count` bytes that must be there; gives where they begin. */
export function skip(reader: Reader, count: number): number {
  const { at } = reader
  if (count > reader.source.size - at) throw new GgufFault(`it breaks off at byte ${at}`)
  reader.at += count
  return at
}

export const readU32 = (reader: Reader): number => {
  const at = skip(reader, 4)
  return viewAt(reader.source, at, 4).getUint32(0, reader.littleEndian)
}

/** A 64-bit count; one that no file can hold is refused. */
export function readCount(reader: Reader): number {
  const at = skip(reader, 8)
  const value = viewAt(reader.source, at, 8).getBigUint64(0, reader.littleEndian)
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new GgufFault(`it has a count of ${value} at byte ${at}`)
  return Number(value)
}

/** Passes over a text of at most `longest` bytes; gives where it begins. */
export function skipText(reader: Reader, longest: number): number {
  const length = readCount(reader)
  if (length > longest) throw new GgufFault(`it has a text of ${length} bytes at byte ${reader.at}`)
  return skip(reader, length)
}

/** The bytes of a text, at most `longest` of them. */
export function readText(reader: Reader, longest: number): Uint8Array {
  const at = skipText(reader, longest)
  return readRange(reader.source, at, reader.at)
}
