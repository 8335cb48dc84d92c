import type { Batch, Cells, Codes, Hashes } from '../../core/tables/batch.ts'
import { hashBytes, hashed } from '../../core/tables/hash-bytes.ts'
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

/** Makes batches of scanned rows of one table; what it learns of a column's texts it keeps from batch to batch. */
export function csvBatches(width: number): (scanned: ScannedBytes, rows: ScannedRows) => Batch {
  const dictionaries: (Dictionary | undefined)[] = Array.from({ length: width })
  return (scanned, rows) => {
    const known: (Cells | undefined)[] = Array.from({ length: width })
    return {
      rows: rows.rows,
      places: placesOf(scanned, rows),
      cells(index) {
        const cells = known[index] ?? csvCells(scanned, rows, index, dictionaries)
        known[index] = cells
        return cells
      },
    }
  }
}

function placesOf({ base }: ScannedBytes, { rows, begins }: ScannedRows): Float64Array {
  const places = new Float64Array(rows)
  for (let row = 0; row < rows; row++) places[row] = base + (begins[row] ?? 0)
  return places
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
  dictionaries: (Dictionary | undefined)[],
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
    const empty = new Uint8Array(rows)
    for (let row = 0, cell = index; row < rows; row++, cell += width) if (starts[cell] === ends[cell]) empty[row] = 1
    return empty
  }

  function valuesOf(reader: Reader): Float64Array {
    const values = new Float64Array(rows)
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
    return values
  }

  function codesOf(): Codes | undefined {
    const texts = dictionaries[index] ?? dictionary()
    dictionaries[index] = texts
    if (texts.full()) return undefined
    const of = new Uint32Array(rows)
    for (let row = 0, cell = index; row < rows; row++, cell += width) {
      const end = ends[cell] ?? 0
      const code = end < 0 ? -1 : texts.codeOf(bytes, starts[cell] ?? 0, end)
      if (code === -1) return undefined
      of[row] = code
    }
    return { of, texts: texts.texts }
  }

  function hashesOf(): Hashes {
    const all = { a: new Uint32Array(rows), b: new Uint32Array(rows), c: new Uint32Array(rows) }
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
    return all
  }
}

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
