import type { ColumnMetaData, PageHeader } from 'hyparquet'
import { release } from './release.ts'

/** Bytes that are read at once where pages are small, and that a page's header may have. */
const PIECE = 256 * 1024
const MAX_HEADER = 16 * 1024 * 1024
/** Bytes that one page may decode to. */
const MAX_PAGE = 1024 ** 3

export type Slice = (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>

/** A page as it is stored. */
export interface StoredPage {
  readonly header: PageHeader
  /** Its bytes, still compressed; they are gone with the next page, or earlier where they are given back. */
  body(): Promise<Uint8Array<ArrayBuffer>>
  /** Gives the memory of its bytes back, where no other page is there too. */
  release(): void
}

/** The bytes of a column of a group of rows: from its first page to before what comes after it. */
export const extentOf = (metadata: ColumnMetaData): { readonly start: number; readonly end: number } => {
  const dictionary = Number(metadata.dictionary_page_offset ?? 0)
  const data = Number(metadata.data_page_offset)
  // Some writers say where the dictionary would be, and have none.
  const start = dictionary !== 0 && dictionary < data ? dictionary : data
  return { start, end: start + Number(metadata.total_compressed_size) }
}

/** The pages of a column of a group of rows, one after the other, to the last byte that the footer gives the column. */
export async function* chunkPages(metadata: ColumnMetaData, slice: Slice, piece = PIECE): AsyncGenerator<StoredPage> {
  const { parquetHeader } = await import('hyparquet/src/column.js')
  const { start, end } = extentOf(metadata)
  let [held, from] = [new Uint8Array(), start]
  for (let at = start; at < end - 1; ) {
    const { header, length } = await headerAt(at)
    const body = at + length
    const size = Number(header.compressed_page_size)
    if (!(size >= 0 && body + size <= end)) throw new Error('a page lies outside its column')
    if (!(Number(header.uncompressed_page_size) <= MAX_PAGE)) throw new Error(`a page of more than ${MAX_PAGE} bytes`)
    yield {
      header,
      async body() {
        await hold(body, body + size)
        return held.subarray(body - from, body - from + size)
      },
      release() {
        if (from + held.length <= body + size) drop()
      },
    }
    at = body + size
  }
  drop()

  async function headerAt(at: number) {
    for (let size = piece; ; size *= 4) {
      const until = Math.min(end, at + size)
      await hold(at, Math.min(until, Math.max(at + 1024, from + held.length)), until)
      const reader = {
        view: new DataView(held.buffer, held.byteOffset + at - from, from + held.length - at),
        offset: 0,
      }
      try {
        const header = parquetHeader(reader)
        return { header, length: reader.offset }
      } catch (cause) {
        // The header may go on beyond what is held.
        if (from + held.length >= end || size > MAX_HEADER) throw cause
        drop()
      }
    }
  }

  /** Has the bytes from one place to another at hand, and up to `until` where they have to be read. */
  async function hold(start: number, stop: number, until = stop): Promise<void> {
    if (start >= from && stop <= from + held.length) return
    drop()
    ;[held, from] = [await slice(start, Math.max(stop, until)), start]
  }

  function drop(): void {
    release(held)
    held = new Uint8Array()
  }
}
