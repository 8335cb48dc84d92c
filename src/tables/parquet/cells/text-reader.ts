import { BEYOND, type Kernel } from '../../text/kernel/kernel.ts'
import { type TextColumn, textColumn } from '../../text/text-column.ts'
import type { DataPage } from '../pages/data-page.ts'
import { type PageCursor, pageCursor } from '../pages/page-cursor.ts'
import { BATCH, type ColumnReader } from './column-reader.ts'
import { type KnownTexts, knownTexts } from './known-texts.ts'

/** Reads a column of texts, which stay bytes in the kernel's memory until somebody asks for one. */
export function textReader(kernel: Kernel): ColumnReader<AsyncIterable<DataPage>> {
  const [startsAt, endsAt, told] = [kernel.take(4 * BATCH), kernel.take(4 * BATCH), kernel.take(20)]
  const memory = kernel.bufferTo(told, 20)
  const starts = new Int32Array(memory, startsAt, BATCH)
  const ends = new Int32Array(memory, endsAt, BATCH)
  const found = { width: 1, room: BATCH, rows: 0, starts, ends, begins: new Int32Array(0), blank: -1 }
  // The bounds are addresses, so that cells may be in different places.
  const cells = new Uint32Array(memory, told, 5)
  const [ofDictionary, ofBatch] = [roomIn(kernel), roomIn(kernel)]
  let cursor: PageCursor | undefined
  let dictionary: { readonly texts: KnownTexts; readonly address: number } | undefined
  let page: { readonly of: DataPage; readonly texts: KnownTexts } | undefined
  let column: TextColumn | undefined
  let used = 0
  let ascii = true
  return {
    open(pages) {
      cursor = pageCursor(pages)
      dictionary = undefined
    },
    async end() {
      await cursor?.end()
      page = undefined
    },
    async next(rows) {
      used = 0
      ascii = true
      await cursor?.take(rows, fill)
      found.rows = rows
      cells.set([0, startsAt, endsAt, 1, rows])
      const bytes = Buffer.from(kernel.bufferTo(0, 0))
      column ??= textColumn(kernel, { found, cells: told, scan: () => 0 }, text => text, 0, { bytes, base: 0, ascii })
      column.renew({ bytes, base: 0, ascii })
      return column.cells
    },
  }

  function fill(data: DataPage, from: number, to: number, first: number, at: number): void {
    const { ids, values, present } = data
    if (ids) {
      dictionary ??= placed(knownTexts(values))
      ascii &&= dictionary.texts.ascii
      put(present, from, to, at, first, dictionary.texts, dictionary.address, ids)
      return
    }
    if (page?.of !== data) page = { of: data, texts: knownTexts(values) }
    const { texts } = page
    const count = present ? ones(present, from, to) : to - from
    ascii &&= texts.ascii
    if (count === 0) {
      put(present, from, to, at, first, texts, 0, undefined)
      return
    }
    const [low, high] = [texts.starts[first] ?? 0, texts.ends[first + count - 1] ?? 0]
    const address = ofBatch.place(texts.bytes.subarray(low, high), used)
    used += high - low
    put(present, from, to, at, first, texts, address - low, undefined)
  }

  function placed(texts: KnownTexts) {
    return { texts, address: ofDictionary.place(texts.bytes, 0) }
  }

  function put(
    present: Uint8Array | undefined,
    from: number,
    to: number,
    start: number,
    first: number,
    texts: KnownTexts,
    address: number,
    ids: Uint32Array | undefined,
  ): void {
    let value = first
    for (let row = from, at = start; row < to; row++, at++) {
      if (present && present[row] !== 1) {
        starts[at] = 0
        ends[at] = 0
        continue
      }
      const i = ids ? (ids[value] ?? 0) : value
      value += 1
      starts[at] = (texts.starts[i] ?? 0) + address
      ends[at] = (texts.ends[i] ?? 0) + address
    }
  }
}

function ones(present: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let row = from; row < to; row++) count += present[row] ?? 0
  return count
}

/** Room in the kernel's memory that is used again and again, and grows twofold: what it has left stays as it is. */
function roomIn(kernel: Kernel) {
  let [address, size] = [0, 0]
  return {
    /** Puts bytes after so many others that are still needed; gives their address. */
    place(bytes: Uint8Array, after: number): number {
      const needed = after + bytes.length
      if (needed > size) {
        size = Math.max(65_536, 2 * needed)
        address = kernel.take(size + BEYOND)
      }
      new Uint8Array(kernel.bufferTo(address, size), address + after, bytes.length).set(bytes)
      return address + after
    },
  }
}
