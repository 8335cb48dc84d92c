import type { Batch, Cells, Codes, Hashes } from '../../core/tables/batch.ts'
import { hashBytes, hashed } from '../../core/tables/hash-bytes.ts'
import type { Overflow } from '../../core/tables/overflow.ts'
import type { Reader } from '../../core/tables/types/define-type.ts'
import { cellText, type ScannedBytes } from './cell-text.ts'
import type { Grammar } from './grammar.ts'
import type { Kernel } from './kernel/kernel.ts'
import { readValues } from './kernel/read-values.ts'
import type { Scanner } from './kernel/scanner.ts'
import { type Texts, textsOf } from './kernel/texts.ts'

const encoder = new TextEncoder()

/** What is kept of a column from batch to batch: what its texts are, and the memory its cells are read into. */
interface ColumnMemory {
  readonly empty: Words<Uint8Array>
  codes?: { readonly texts: Texts; readonly of: Words<Uint32Array> }
  hashes?: { readonly [word in 'a' | 'b' | 'c']: Words<Uint32Array> }
  readonly values: Map<Reader, Words<Float64Array>>
}

/** An array in the kernel's memory. */
interface Words<Array> {
  readonly address: number
  readonly array: Array
}

/**
 * Makes batches of the rows that a scanner has found last. A batch is good until the next one is made: all are read into the
 * same memory, as making it anew for each would be most of the cost.
 */
export function textBatches(
  kernel: Kernel,
  scanner: Scanner,
  textOf: Grammar['textOf'],
  overflow: Overflow | undefined,
) {
  const { found } = scanner
  const { width, room } = found
  const memories: (ColumnMemory | undefined)[] = Array.from({ length: width })
  const places = new Float64Array(room)
  return (scanned: ScannedBytes): Batch => {
    const { rows, begins } = found
    for (let row = 0; row < rows; row++) places[row] = scanned.base + (begins[row] ?? 0)
    const known: (Cells | undefined)[] = Array.from({ length: width })
    return {
      rows,
      overflow,
      places: places.subarray(0, rows),
      cells(index) {
        const memory = memories[index] ?? { empty: bytesFor(kernel, room), values: new Map() }
        memories[index] = memory
        const cells = known[index] ?? textCells(kernel, scanner, scanned, textOf, index, memory)
        known[index] = cells
        return cells
      },
    }
  }
}

function textCells(
  kernel: Kernel,
  { found: { rows, width, room, starts, ends }, cells: address }: Scanner,
  scanned: ScannedBytes,
  textOf: Grammar['textOf'],
  index: number,
  memory: ColumnMemory,
): Cells {
  const { bytes } = scanned
  const read = new Map<Reader, Float64Array>()
  let empty: Uint8Array | undefined
  let coded: { readonly codes: Codes | undefined } | undefined
  let hashes: Hashes | undefined
  const text = (row: number) =>
    cellText(scanned, starts[row * width + index] ?? 0, ends[row * width + index] ?? 0, textOf)
  return {
    text,
    utf8: {
      bytes,
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
    kernel.emptyCells(address, index, memory.empty.address)
    return memory.empty.array.subarray(0, rows)
  }

  function valuesOf(reader: Reader): Float64Array {
    const words = memory.values.get(reader) ?? doublesFor(kernel, room)
    memory.values.set(reader, words)
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
    memory.codes ??= { texts: textsOf(kernel), of: wordsFor(kernel, room) }
    const { texts, of } = memory.codes
    return texts.code({ address, rows, width, bytes, starts, ends }, index, of.address)
      ? { of: of.array.subarray(0, rows), texts: texts.texts }
      : undefined
  }

  function hashesOf(): Hashes {
    memory.hashes ??= { a: wordsFor(kernel, room), b: wordsFor(kernel, room), c: wordsFor(kernel, room) }
    const { a, b, c } = memory.hashes
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
