import { isUtf8 } from 'node:buffer'
import type { ShownRow } from '../../core/tables/shown-rows.ts'
import { textGuard } from '../../files/text-guard.ts'
import { refuseHeader } from '../check-header.ts'
import type { ByteReader, ByteSource } from './byte-source.ts'
import { cellText } from './cell-text.ts'
import { countNewlines } from './count-newlines.ts'
import { faultError } from './fault-error.ts'
import { headerRow } from './header-row.ts'
import { ownRoom } from './room.ts'
import { type RowFault, roomFor, scanRows } from './scan-rows.ts'
import { type Room, type Segment, segments } from './segments.ts'

/** A CSV file: RFC 4180, in UTF-8, lines ended by LF or CRLF. */
export interface CsvFile {
  readonly name: string
  /** `,` or a tab, as a byte. */
  readonly separator: number
  readonly source: ByteSource
}

/** Its rows in segments, the header taken off the first of them. */
export interface CsvSegments {
  readonly header: readonly string[]
  readonly segments: AsyncGenerator<Segment>
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])
/** Bytes by which other kinds of file are told. */
const HEAD = 4096
const PIECE = 1024 * 1024

/** Begins to read a file's rows; every segment is known to be text. Faults are `UserError`s with their line. */
export async function csvSegments(file: CsvFile, reader: ByteReader, room: Room, size: number): Promise<CsvSegments> {
  const all = segments(reader, room, { size, from: 0 })
  const first = await all.next()
  if (first.done) return { header: refused(file, undefined), segments: none() }
  if ('tooLong' in first.value) throw await faultOf(file, { kind: 'long-row', at: 0, cells: 0 }, 0)
  await refuseOtherText(file, first.value, true)
  const marked = BYTE_ORDER_MARK.equals(first.value.bytes.subarray(0, 3)) ? 3 : 0
  const segment = { ...first.value, start: marked }
  if (segment.start === segment.end) return { header: refused(file, undefined), segments: none() }
  const row = headerRow(segment, file.separator)
  if ('kind' in row) throw await faultOf(file, row, 0)
  const header = refused(file, row.cells)
  return { header, segments: rest({ ...segment, start: row.next }) }

  async function* rest(begun: Segment): AsyncGenerator<Segment> {
    yield begun
    for await (const next of all) {
      if ('tooLong' in next) throw await faultOf(file, { kind: 'long-row', at: next.tooLong, cells: 0 }, header.length)
      await refuseOtherText(file, next, false)
      yield next
    }
  }
}

async function* none(): AsyncGenerator<Segment> {}

function refused({ name, separator }: CsvFile, header: readonly string[] | undefined): readonly string[] {
  refuseHeader(name, String.fromCharCode(separator), header)
  return header
}

/** Throws what the guard says of the whole file, once a segment is seen not to be text. */
async function refuseOtherText(
  { name, source }: CsvFile,
  { bytes, end, ascii }: Segment,
  first: boolean,
): Promise<void> {
  if (first) textGuard(name).next(bytes.subarray(0, Math.min(end, HEAD)))
  const text = bytes.subarray(0, end)
  if ((ascii || isUtf8(text)) && !text.includes(0)) return
  const guard = textGuard(name)
  const reader = await source.open(0)
  try {
    const piece = Buffer.alloc(PIECE)
    for (let read = await reader.read(piece); read > 0; read = await reader.read(piece)) {
      guard.next(piece.subarray(0, read))
    }
    guard.end()
  } finally {
    await reader.close()
  }
}

/** A fault as an error: its line is counted only now. */
export async function faultOf(file: CsvFile, fault: RowFault, width: number): Promise<Error> {
  const reader = await file.source.open(0)
  try {
    const piece = Buffer.alloc(PIECE)
    let line = 1
    let at = 0
    while (at < fault.at) {
      const read = await reader.read(piece.subarray(0, Math.min(PIECE, fault.at - at)))
      if (read === 0) break
      line += countNewlines(piece, 0, read)
      at += read
    }
    return faultError(file.name, fault, width, line)
  } finally {
    await reader.close()
  }
}

/** The rows that begin at the places, ascending, with their lines: the file is read again. */
export async function findRows(file: CsvFile, places: readonly number[], width: number): Promise<ShownRow[]> {
  const found: ShownRow[] = []
  const reader = await file.source.open(0)
  try {
    const row = roomFor(width, 1)
    let line = 1
    for await (const segment of segments(reader, ownRoom, { size: PIECE, from: 0 })) {
      if ('tooLong' in segment) break
      const { bytes, base, end } = segment
      let counted = 0
      for (const place of places.slice(found.length)) {
        const at = place - base
        if (at >= end) break
        line += countNewlines(bytes, counted, at)
        counted = at
        scanRows(bytes, at, end, file.separator, row)
        const cells = Array.from(row.starts, (start, i) => cellText(segment, start, row.ends[i] ?? 0))
        found.push({ line, cells })
      }
      if (found.length === places.length) break
      line += countNewlines(bytes, counted, end)
    }
  } finally {
    await reader.close()
  }
  return found
}
