import { isAscii } from 'node:buffer'
import type { ByteReader } from './byte-source.ts'
import type { ScannedBytes } from './cell-text.ts'
import { lastRowEnd } from './last-row-end.ts'

const NEWLINE = 0x0a

/** Bytes that one row may have: an open quote swallows the rest of the file, and must not swallow the memory. */
export const MAX_ROW = 16 * 1024 * 1024

/** Whole rows of a file, in one piece of memory. */
export interface Segment extends ScannedBytes {
  /** First byte of the first row, and byte after the last. */
  readonly start: number
  readonly end: number
}

/** Memory that segments are read into. */
export interface Room {
  /** A piece of at least so many bytes that nobody uses any more. */
  take(size: number): Promise<Buffer>
  give(piece: Buffer): void
  /** Whether bytes of a piece hold an odd number of quotes. */
  oddQuotes(piece: Buffer, start: number, end: number): boolean
}

/** A row longer than `MAX_ROW`, by its first byte's place. */
export interface TooLong {
  readonly tooLong: number
}

/**
 * The file in segments of about `size` bytes, cut where a row ends: at a line break that as many quotes precede as follow.
 * Each segment goes into a piece of memory of its own; `from` is the place of the first byte that the reader gives.
 */
export async function* segments(
  reader: ByteReader,
  room: Room,
  { size, from }: { readonly size: number; readonly from: number },
): AsyncGenerator<Segment | TooLong> {
  let carry: Buffer = Buffer.alloc(0)
  let base = from
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
