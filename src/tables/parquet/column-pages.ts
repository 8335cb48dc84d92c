import type { ColumnMetaData, Compressors, DecodedArray, SchemaTree } from 'hyparquet'

/** Bytes that are read at once where pages are small, and that a page's header may have. */
const PIECE = 256 * 1024
const MAX_HEADER = 16 * 1024 * 1024
/** Bytes that one page may decode to. */
const MAX_PAGE = 1024 ** 3

export interface ColumnChunk {
  readonly metadata: ColumnMetaData
  /** From the schema's root to the column. */
  readonly path: SchemaTree[]
  readonly rows: number
}

type Slice = (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>

/** The values of a column of a group of rows, page by page, so that no more than a page of it is held. The column must not be nested. */
export async function* columnPages(
  { metadata, path, rows }: ColumnChunk,
  slice: Slice,
  compressors: Compressors,
): AsyncGenerator<DecodedArray> {
  const [{ parquetHeader, readPage }, { convert, DEFAULT_PARSERS }] = await Promise.all([
    import('hyparquet/src/column.js'),
    import('hyparquet/src/convert.js'),
  ])
  const element = path.at(-1)?.element
  if (!element) throw new Error('a column is not in the schema')
  const decoder = {
    ...{ pathInSchema: metadata.path_in_schema, type: metadata.type, codec: metadata.codec },
    ...{ element, schemaPath: path, compressors, parsers: DEFAULT_PARSERS },
  }
  const first = Number(metadata.dictionary_page_offset || metadata.data_page_offset)
  const end = first + Number(metadata.total_compressed_size)
  let dictionary: DecodedArray | undefined
  let [held, from] = [new Uint8Array(), first]
  let found = 0
  for (let at = first; found < rows; ) {
    if (at >= end - 1) throw new Error(`a column of ${rows} rows holds ${found}`)
    const { header, length } = await headerAt(at)
    const body = at + length
    const size = Number(header.compressed_page_size)
    if (!(size >= 0 && body + size <= end)) throw new Error('a page lies outside its column')
    if (Number(header.uncompressed_page_size) > MAX_PAGE) throw new Error(`a page of more than ${MAX_PAGE} bytes`)
    await hold(body, body + size)
    const view = new DataView(held.buffer, held.byteOffset + body - from, size)
    const { data } = readPage({ view, offset: 0 }, header, decoder, dictionary, undefined, 0)
    at = body + size
    if (header.type === 'DICTIONARY_PAGE') {
      dictionary = data && convert(data, decoder)
    } else if (data && data.length > 0) {
      found += data.length
      yield data
    }
  }

  async function headerAt(at: number) {
    for (let piece = PIECE; ; piece *= 4) {
      const until = Math.min(end, at + piece)
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
        if (!(cause instanceof RangeError) || from + held.length >= end || piece > MAX_HEADER) throw cause
        held = new Uint8Array()
      }
    }
  }

  /** Has the bytes from one place to another at hand, and up to `until` where they have to be read. */
  async function hold(start: number, stop: number, until = stop): Promise<void> {
    if (start >= from && stop <= from + held.length) return
    ;[held, from] = [await slice(start, Math.max(stop, until)), start]
  }
}
