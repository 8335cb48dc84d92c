import { isAscii } from 'node:buffer'
import type { ByteReader } from './byte-source.ts'
import type { ScannedBytes } from './cell-text.ts'
import type { Grammar } from './grammar.ts'
import type { Room } from './room.ts'

const NEWLINE = 0x0a

/** Bytes that one row may have: an open quote swallows the rest of the file, and must not swallow the memory. */
export const MAX_ROW = 16 * 1024 * 1024

/** Whole rows of a file, in one piece of memory. */
export interface Segment extends ScannedBytes {
  /** First byte of the first row, and byte after the last. */
  readonly start: number
  readonly end: number
}

/** A row longer than `MAX_ROW`, by its first byte's place. */
export interface TooLong {
  readonly tooLong: number
}

/**
 * The file in segments of about `size` bytes, cut where a row ends. Each goes into a piece of memory of its own.
 */
export async function* segments(
  reader: ByteReader,
  { lastRowEnd }: Pick<Grammar, 'lastRowEnd'>,
  room: Room,
  size: number,
): AsyncGenerator<Segment | TooLong> {
  let carry: Buffer = Buffer.alloc(0)
  let base = 0
  for (;;) {
    let bytes = await room.take(Math.max(size, 2 * carry.length))
    carry.copy(bytes)
    let length = carry.length
    let end = 0
    let done = false
    for (;;) {
      const read = await fill(reader, bytes.subarray(length))
      length += read
      done = length < bytes.length
      end = lastRowEnd(bytes, length, room)
      if (length - end > MAX_ROW) {
        if (end > 0) yield segment(bytes, base, end)
        yield { tooLong: base + end }
        return
      }
      if (done) {
        end = length
        // Of a last row without a line break, the end is one all the same.
        bytes[length] = NEWLINE
      }
      if (end > 0 || done) break
      const larger = await room.take(2 * bytes.length)
      bytes.copy(larger)
      room.give(bytes)
      bytes = larger
    }
    if (end > 0) yield segment(bytes, base, end)
    if (done) return
    carry = Buffer.from(bytes.subarray(end, length))
    base += end
  }
}

const segment = (bytes: Buffer, base: number, end: number): Segment => ({
  bytes,
  base,
  start: 0,
  end,
  ascii: isAscii(bytes.subarray(0, end)),
})

/** Reads until the target is full or the file ends. */
async function fill(reader: ByteReader, target: Uint8Array): Promise<number> {
  let length = 0
  while (length < target.length) {
    const read = await reader.read(target.subarray(length))
    if (read === 0) break
    length += read
  }
  return length
}
