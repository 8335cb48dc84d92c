import type { Row, Table } from '../../ports.ts'
import { cellText } from './cell-text.ts'
import { countNewlines } from './count-newlines.ts'
import { grammarOf } from './grammar.ts'
import type { HashedReader } from './hashed-reader.ts'
import type { MeasuredSegment } from './measure-segment.ts'
import { firstFault } from './measure-text.ts'
import { ownRoom } from './room.ts'
import { roomFor } from './scanned-rows.ts'
import type { Segment } from './segments.ts'
import { faultOf, type TextFile, textSegments } from './text-file.ts'

/**
 * Bytes read at once. Small, because V8 lets its young generation grow with what survives a piece: a table of a few hundred
 * kilobytes takes a quarter less memory than in pieces of 64 KiB, and no more time.
 */
const PIECE = 16 * 1024
const BATCH = 1024

/** A file to be read row by row. */
export async function openText(file: TextFile, reader: HashedReader): Promise<Table> {
  const { header, segments } = await file.begin(textSegments(file, reader, ownRoom, PIECE))
  const { scanRows, textOf } = grammarOf(file.form)
  const scan = scanRows(header)
  const width = header.length
  const scanned = roomFor(width, BATCH)
  let digest: ReturnType<HashedReader['digest']> | undefined
  let rows = 0
  return { header, batches: batches(), close: () => reader.close(), material }

  async function* batches(): AsyncGenerator<readonly Row[]> {
    const ends: MeasuredSegment[] = []
    let line = 1
    try {
      for await (const segment of segments) {
        // The header's own lines, in the first segment.
        if (line === 1) line += countNewlines(segment.bytes, 0, segment.start)
        const { batch, end, next } = rowsOf(segment, line)
        line = next
        ends.push(end)
        const fault = firstFault(ends)
        rows += batch.length
        if (batch.length > 0 && !fault) yield batch
        if (fault) throw await faultOf(file, fault, width)
        ends.splice(0, ends.length, ...ends.filter(({ blank }) => blank !== undefined).slice(0, 1))
      }
      digest = reader.digest()
    } finally {
      await reader.close()
    }
  }

  /** The segment's rows, whose first line is `line`, and the line after them. */
  function rowsOf(segment: Segment, line: number): { batch: Row[]; end: MeasuredSegment; next: number } {
    const batch: Row[] = []
    let [at, counted, next] = [segment.start, segment.start, line]
    let end: MeasuredSegment = { rows: 0 }
    while (at < segment.end) {
      const found = scan(segment.bytes, at, segment.end, scanned)
      for (let row = 0; row < scanned.rows; row++) {
        const begin = scanned.begins[row] ?? 0
        next += countNewlines(segment.bytes, counted, begin)
        counted = begin
        const cells: string[] = []
        for (let cell = row * width; cell < (row + 1) * width; cell++) {
          cells.push(cellText(segment, scanned.starts[cell] ?? 0, scanned.ends[cell] ?? 0, textOf))
        }
        batch.push({ line: next, cells })
      }
      end = { rows: batch.length, ...(scanned.blank === -1 ? {} : { blank: segment.base + scanned.blank }) }
      if (typeof found !== 'number')
        return { batch, end: { ...end, fault: { ...found, at: segment.base + found.at } }, next }
      at = found
    }
    return { batch, end, next: next + countNewlines(segment.bytes, counted, segment.end) }
  }

  function material(role: Parameters<Table['material']>[0]) {
    if (digest === undefined) throw new Error(`${file.name} has not been read to its end`)
    return { name: file.name, role, digest: { sha256: digest.sha256 }, bytes: digest.bytes, rows }
  }
}
