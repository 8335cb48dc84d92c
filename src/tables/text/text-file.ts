import { isUtf8 } from 'node:buffer'
import type { ShownRow } from '../../core/tables/shown-rows.ts'
import { textGuard } from '../../files/text-guard.ts'
import type { ByteReader, ByteSource } from './byte-source.ts'
import { cellText } from './cell-text.ts'
import { countNewlines } from './count-newlines.ts'
import { faultError } from './fault-error.ts'
import { type Form, grammarOf } from './grammar.ts'
import { ownRoom, type Room } from './room.ts'
import { type RowFault, roomFor } from './scanned-rows.ts'
import { type Segment, segments } from './segments.ts'

/** A table as text in UTF-8, its lines ended by LF or CRLF. */
export interface TextFile {
  readonly name: string
  readonly source: ByteSource
  readonly form: Form
  /** Finds out the columns; a header is taken off the segments. */
  begin(segments: AsyncGenerator<Segment>): Promise<TextTable>
}

export interface TextTable {
  readonly header: readonly string[]
  /** Segments of rows alone. */
  readonly segments: AsyncGenerator<Segment>
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])
/** Bytes by which other kinds of file are told. */
const HEAD = 4096
const PIECE = 1024 * 1024

/** A file's rows in segments, its byte order mark left out; every segment is known to be text. Faults are `UserError`s with their line. */
export async function* textSegments(
  file: TextFile,
  reader: ByteReader,
  room: Room,
  size: number,
): AsyncGenerator<Segment> {
  const grammar = grammarOf(file.form)
  let first = true
  for await (const segment of segments(reader, grammar, room, size)) {
    if ('tooLong' in segment) throw await faultOf(file, { kind: grammar.tooLong, at: segment.tooLong, cells: 0 }, 0)
    await refuseOtherText(file, segment, first)
    const marked = first && BYTE_ORDER_MARK.equals(segment.bytes.subarray(0, 3))
    first = false
    yield marked ? { ...segment, start: BYTE_ORDER_MARK.length } : segment
  }
}

/** Throws what the guard says of the whole file, once a segment is seen not to be text. */
async function refuseOtherText(
  { name, source }: TextFile,
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
export async function faultOf(file: TextFile, fault: RowFault, width: number): Promise<Error> {
  const [line = 1] = await linesAt(file, [fault.at])
  return faultError(file.name, fault, width, line)
}

/** The lines of the places, ascending: the file is read again, as far as the last of them. */
export async function linesAt(file: TextFile, places: readonly number[]): Promise<number[]> {
  if (places.length === 0) return []
  const reader = await file.source.open(0)
  try {
    const piece = Buffer.alloc(PIECE)
    const lines: number[] = []
    let line = 1
    let at = 0
    for (const place of places) {
      while (at < place) {
        const read = await reader.read(piece.subarray(0, Math.min(PIECE, place - at)))
        if (read === 0) break
        line += countNewlines(piece, 0, read)
        at += read
      }
      lines.push(line)
    }
    return lines
  } finally {
    await reader.close()
  }
}

/** The rows that begin at the places, ascending, with their lines: the file is read again. */
export async function findRows(
  file: TextFile,
  places: readonly number[],
  columns: readonly string[],
): Promise<ShownRow[]> {
  const found: ShownRow[] = []
  const grammar = grammarOf(file.form)
  const reader = await file.source.open(0)
  try {
    const row = roomFor(columns.length, 1)
    const scan = grammar.scanRows(columns)
    let line = 1
    for await (const segment of segments(reader, grammar, ownRoom, PIECE)) {
      if ('tooLong' in segment) break
      const { bytes, base, end } = segment
      let counted = 0
      for (const place of places.slice(found.length)) {
        const at = place - base
        if (at >= end) break
        line += countNewlines(bytes, counted, at)
        counted = at
        scan(bytes, at, end, row)
        const cells = Array.from(row.starts, (start, i) => cellText(segment, start, row.ends[i] ?? 0, grammar.textOf))
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
