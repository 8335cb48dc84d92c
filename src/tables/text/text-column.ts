import type { Cells, Codes, Hashes } from '../../core/tables/batch.ts'
import { hashBytes, hashed } from '../../core/tables/hash-bytes.ts'
import type { Reader } from '../../core/tables/types/define-type.ts'
import { cellText, type ScannedBytes } from './cell-text.ts'
import type { Grammar } from './grammar.ts'
import type { Kernel } from './kernel/kernel.ts'
import { readValues } from './kernel/read-values.ts'
import type { Scanner } from './kernel/scanner.ts'
import { textsOf } from './kernel/texts.ts'

const encoder = new TextEncoder()

/** A column's cells, batch after batch. */
export interface TextColumn {
  /** Of the batch that was made last. */
  readonly cells: Cells
  /** Another batch was made, of these bytes. */
  renew(scanned: ScannedBytes): void
}

/** An array in the kernel's memory. */
interface Words<Array> {
  readonly address: number
  readonly array: Array
}

/** What a reader has read, and the memory it reads into. */
interface Read {
  readonly words: Words<Float64Array>
  values: Float64Array | undefined
}

/** A column of the rows that a scanner finds. What is asked of a batch is computed once. */
export function textColumn(
  kernel: Kernel,
  { found, cells: address }: Scanner,
  textOf: Grammar['textOf'],
  index: number,
  first: ScannedBytes,
): TextColumn {
  const { width, room, starts, ends } = found
  const reads = new Map<Reader, Read>()
  const emptyBytes = bytesFor(kernel, room)
  let ofHashes: { readonly [word in keyof Hashes]: Words<Uint32Array> } | undefined
  let numbered: { readonly texts: ReturnType<typeof textsOf>; readonly of: Words<Uint32Array> } | undefined
  let scanned = first
  let empty: Uint8Array | undefined
  let coded: { readonly codes: Codes | undefined } | undefined
  let hashes: Hashes | undefined
  const text = (row: number) =>
    cellText(scanned, starts[row * width + index] ?? 0, ends[row * width + index] ?? 0, textOf)
  const cells: Cells = {
    text,
    utf8: {
      get bytes() {
        return scanned.bytes
      },
      start: row => starts[row * width + index] ?? 0,
      end(row) {
        const end = ends[row * width + index] ?? 0
        return end < 0 ? undefined : end
      },
    },
    get empty() {
      empty ??= emptiness()
      return empty
    },
    values(reader) {
      const read = reads.get(reader) ?? { words: doublesFor(kernel, room), values: undefined }
      reads.set(reader, read)
      read.values ??= valuesOf(reader, read.words)
      return read.values
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
  return {
    cells,
    renew(bytes) {
      scanned = bytes
      empty = undefined
      coded = undefined
      hashes = undefined
      for (const read of reads.values()) read.values = undefined
    },
  }

  function emptiness(): Uint8Array {
    kernel.emptyCells(address, index, emptyBytes.address)
    return emptyBytes.array.subarray(0, found.rows)
  }

  function valuesOf(reader: Reader, words: Words<Float64Array>): Float64Array {
    const { rows } = found
    const values = words.array.subarray(0, rows)
    const unread = readValues(kernel, address, index, reader.form, words.address)
    for (let row = 0, cell = index; unread !== 0 && row < rows; row++, cell += width) {
      if (unread === undefined || Number.isNaN(values[row])) {
        values[row] = starts[cell] === ends[cell] ? Number.NaN : reader.read(text(row))
      }
    }
    return values
  }

  function codesOf(): Codes | undefined {
    numbered ??= { texts: textsOf(kernel), of: wordsFor(kernel, room) }
    const { texts, of } = numbered
    const { rows } = found
    return texts.code({ address, rows, width, bytes: scanned.bytes, starts, ends }, index, of.address)
      ? { of: of.array.subarray(0, rows), texts: texts.texts }
      : undefined
  }

  function hashesOf(): Hashes {
    ofHashes ??= { a: wordsFor(kernel, room), b: wordsFor(kernel, room), c: wordsFor(kernel, room) }
    const { a, b, c } = ofHashes
    const { rows } = found
    const leftOut = kernel.hashCells(address, index, a.address, b.address, c.address)
    for (let row = 0, cell = index; leftOut > 0 && row < rows; row++, cell += width) {
      if ((ends[cell] ?? 0) >= 0) continue
      const utf8 = encoder.encode(text(row))
      hashBytes(utf8, 0, utf8.length)
      a.array[row] = hashed[0] ?? 0
      b.array[row] = hashed[1] ?? 0
      c.array[row] = hashed[2] ?? 0
    }
    return { a: a.array.subarray(0, rows), b: b.array.subarray(0, rows), c: c.array.subarray(0, rows) }
  }
}

const bytesFor = (kernel: Kernel, room: number): Words<Uint8Array> => {
  const address = kernel.take(room)
  return { address, array: new Uint8Array(kernel.bufferTo(address, room), address, room) }
}

const wordsFor = (kernel: Kernel, room: number): Words<Uint32Array> => {
  const address = kernel.take(4 * room)
  return { address, array: new Uint32Array(kernel.bufferTo(address, 4 * room), address, room) }
}

const doublesFor = (kernel: Kernel, room: number): Words<Float64Array> => {
  const address = kernel.take(8 * room)
  return { address, array: new Float64Array(kernel.bufferTo(address, 8 * room), address, room) }
}
