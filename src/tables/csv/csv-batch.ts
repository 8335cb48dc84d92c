import type { Batch, Cells, Codes, Hashes } from '../../core/tables/batch.ts'
import { hashBytes, hashed } from '../../core/tables/hash-bytes.ts'
import type { Overflow } from '../../core/tables/overflow.ts'
import type { Reader } from '../../core/tables/types/define-type.ts'
import { type Dictionary, dictionary } from './dictionary.ts'
import type { ScannedRows } from './scan-rows.ts'

const QUOTE = 0x22

/** Bytes that rows were found in. */
export interface ScannedBytes {
  readonly bytes: Buffer
  /** Place in the file of the first of them. */
  readonly base: number
  /** Whether all of them are ASCII. */
  readonly ascii: boolean
}

/** What is kept of a column from batch to batch: what its texts are, and the memory its cells are read into. */
interface ColumnMemory {
  readonly dictionary: Dictionary
  readonly empty: Uint8Array
  codes?: Uint32Array
  hashes?: Hashes
  readonly values: Map<Reader, Float64Array>
}

/**
 * Makes batches of scanned rows of one table. A batch is good until the next one is made: all are read into the same memory,
 * as making it anew for each would be most of the cost.
 */
export function csvBatches(
  width: number,
  room: number,
  overflow: Overflow | undefined,
): (scanned: ScannedBytes, rows: ScannedRows) => Batch {
  const memories: (ColumnMemory | undefined)[] = Array.from({ length: width })
  const places = new Float64Array(room)
  const memoryOf = (index: number): ColumnMemory => {
    const memory = memories[index] ?? { dictionary: dictionary(), empty: new Uint8Array(room), values: new Map() }
    memories[index] = memory
    return memory
  }
  return (scanned, found) => {
    const { rows, begins } = found
    for (let row = 0; row < rows; row++) places[row] = scanned.base + (begins[row] ?? 0)
    const known: (Cells | undefined)[] = Array.from({ length: width })
    return {
      rows,
      overflow,
      places: places.subarray(0, rows),
      cells(index) {
        const cells = known[index] ?? csvCells(scanned, found, index, memoryOf(index))
        known[index] = cells
        return cells
      },
    }
  }
}

/** The text of a cell, its doubled quotes made single. */
export function cellText({ bytes, ascii }: ScannedBytes, start: number, end: number): string {
  const stop = end < 0 ? ~end : end
  if (start === stop) return ''
  const text = bytes.toString(ascii ? 'latin1' : 'utf8', start, stop)
  return end < 0 ? text.replaceAll('""', '"') : text
}

function csvCells(
  scanned: ScannedBytes,
  { rows, width, starts, ends }: ScannedRows,
  index: number,
  memory: ColumnMemory,
): Cells {
  const { bytes } = scanned
  const read = new Map<Reader, Float64Array>()
  let coded: { readonly codes: Codes | undefined } | undefined
  let hashes: Hashes | undefined
  const text = (row: number) => cellText(scanned, starts[row * width + index] ?? 0, ends[row * width + index] ?? 0)
  return {
    empty: emptiness(),
    text,
    utf8: {
      bytes,
      start: row => starts[row * width + index] ?? 0,
      end(row) {
        const end = ends[row * width + index] ?? 0
        return end < 0 ? undefined : end
      },
    },
    values(reader) {
      const values = read.get(reader) ?? valuesOf(reader)
      read.set(reader, values)
      return values
    },
    get codes() {
      coded ??= { codes: codesOf() }
      return coded.codes
    },
    get hashes() {
      hashes ??= hashesOf()
      return hashes
    },
  }

  function emptiness(): Uint8Array {
    const { empty } = memory
    for (let row = 0, cell = index; row < rows; row++, cell += width) empty[row] = starts[cell] === ends[cell] ? 1 : 0
    return empty.subarray(0, rows)
  }

  function valuesOf(reader: Reader): Float64Array {
    const values = memory.values.get(reader) ?? new Float64Array(memory.empty.length)
    memory.values.set(reader, values)
    const { readBytes } = reader
    for (let row = 0, cell = index; row < rows; row++, cell += width) {
      const start = starts[cell] ?? 0
      const end = ends[cell] ?? 0
      if (start === end) values[row] = Number.NaN
      else {
        const value = readBytes && end >= 0 ? readBytes(bytes, start, end) : undefined
        values[row] = value ?? reader.read(text(row))
      }
    }
    return values.subarray(0, rows)
  }

  function codesOf(): Codes | undefined {
    const texts = memory.dictionary
    if (texts.full()) return undefined
    memory.codes ??= new Uint32Array(memory.empty.length)
    const of = memory.codes
    for (let row = 0, cell = index; row < rows; row++, cell += width) {
      const end = ends[cell] ?? 0
      const code = end < 0 ? -1 : texts.codeOf(bytes, starts[cell] ?? 0, end)
      if (code === -1) return undefined
      of[row] = code
    }
    return { of: of.subarray(0, rows), texts: texts.texts }
  }

  function hashesOf(): Hashes {
    memory.hashes ??= wordsFor(memory.empty.length)
    const all = memory.hashes
    for (let row = 0, cell = index; row < rows; row++, cell += width) {
      const end = ends[cell] ?? 0
      if (end >= 0) hashBytes(bytes, starts[cell] ?? 0, end)
      else {
        const single = withoutDoubled(bytes, starts[cell] ?? 0, ~end)
        hashBytes(single, 0, single.length)
      }
      all.a[row] = hashed[0] ?? 0
      all.b[row] = hashed[1] ?? 0
      all.c[row] = hashed[2] ?? 0
    }
    return { a: all.a.subarray(0, rows), b: all.b.subarray(0, rows), c: all.c.subarray(0, rows) }
  }
}

const wordsFor = (room: number): Hashes => ({
  a: new Uint32Array(room),
  b: new Uint32Array(room),
  c: new Uint32Array(room),
})

function withoutDoubled(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const single = new Uint8Array(end - start)
  let length = 0
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    single[length++] = byte
    if (byte === QUOTE) at += 1
  }
  return single.subarray(0, length)
}
