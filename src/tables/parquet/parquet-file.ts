import { type FileHandle, open } from 'node:fs/promises'
import type { AsyncBuffer, SchemaTree } from 'hyparquet'
import { UserError } from '../../core/user-error.ts'
import { systemCode } from '../../files/file-error.ts'
import type { Located } from '../../files/locate.ts'
import { TIMES_ROUNDED_DOWN } from './cells/times-rounded-down.ts'
import { checkFooter, type RowGroup, refuseOutside } from './check-footer.ts'
import { columnsOf, type ParquetColumn } from './columns-of.ts'
import { flatPlaces } from './flat-places.ts'
import { joined, type Piece } from './joined.ts'
import type { DataPage } from './pages/data-page.ts'
import { countRows, type FlatChunk, flatPages } from './pages/flat-pages.ts'
import { unpackWith } from './pages/unpack.ts'
import { readSlice } from './read-slice.ts'
import { contradicted, refusing } from './refusing.ts'
import { AS_STORED } from './statistics/as-stored.ts'
import { readPageIndex } from './statistics/page-index.ts'

const MAGIC = 'PAR1'

/** An open file. Every failure is a `UserError` that names it. */
export interface ParquetFile {
  readonly columns: readonly ParquetColumn[]
  readonly groups: readonly RowGroup[]
  /** The values of a column from one row to before another, all at once, as hyparquet has them. */
  read(column: ParquetColumn, start: number, end: number): Promise<ArrayLike<unknown>>
  /** A column that is not nested; undefined of one that is. */
  flat(column: ParquetColumn): FlatSource | undefined
  /** Holds the number of a group's rows to what the pages of its smallest column say, and decodes none. */
  count(group: number): Promise<void>
  /** Reads something of the file. */
  refusing<Value>(read: () => Promise<Value>): Promise<Value>
  close(): Promise<void>
}

/** A column that is not nested, whose pages are read one at a time. */
export interface FlatSource {
  /** From the schema's root to the column. */
  readonly path: SchemaTree[]
  /** The pages of a group of rows; the last of them is followed by an error where the footer does not tell the truth about them. */
  pages(group: number): AsyncIterable<DataPage>
}

/** Whether a file begins as Parquet does. */
export const isParquet = (head: Uint8Array): boolean => Buffer.from(head.subarray(0, 4)).toString('latin1') === MAGIC

/**
 * Opens a file and reads its footer. No number of it is believed that pages could show to be wrong: what the footer says of a column's values
 * is held to them whenever the column is read.
 */
export async function openParquet(file: Located & { readonly size: number }): Promise<ParquetFile> {
  const handle = await refusing(file, () => open(file.absolute))
  try {
    return await parquetFile(file, handle)
  } catch (cause) {
    await handle.close()
    throw cause
  }
}

async function parquetFile(file: Located & { readonly size: number }, handle: FileHandle): Promise<ParquetFile> {
  const { size } = file
  const { parquetMetadataAsync, parquetRead, parquetSchema } = await import('hyparquet')
  const { compressors } = await import('hyparquet-compressors')
  const buffer: AsyncBuffer = { byteLength: size, slice: (start, end = size) => readSlice(handle, start, end, size) }
  const slice = async (start: number, end: number) => new Uint8Array(await buffer.slice(start, end))
  const metadata = await refusing(file, async () => {
    refuseOutside(size, await buffer.slice(Math.max(0, size - 8), size))
    return parquetMetadataAsync(buffer, { parsers: AS_STORED })
  })
  const groups = checkFooter(file, metadata)
  const columns = columnsOf(file, metadata)
  const schema = parquetSchema(metadata)
  const places = flatPlaces(schema)
  const chunkOf = (name: string, group: number): FlatChunk | undefined => {
    const place = places.get(name)
    if (!place) return undefined
    const chunk = metadata.row_groups[group]?.columns[place.leaf]
    const stored = chunk?.meta_data
    const isThere = chunk && stored?.path_in_schema.length === 1 && stored.path_in_schema[0] === name
    if (!isThere || chunk.file_path) throw new Error(`${where(name, group)} is not where it should be`)
    return {
      metadata: stored,
      element: place.element,
      rows: groups[group]?.rows ?? 0,
      index: () => readPageIndex(chunk, place.element, slice),
      unpack: unpackWith(compressors, stored.codec),
      contradicted: found => contradicted(file, where(name, group), found),
    }
  }
  return {
    columns,
    groups,
    refusing: read => refusing(file, read),
    close: () => handle.close(),
    flat({ name }) {
      const place = places.get(name)
      if (!place) return undefined
      return {
        path: [schema, place.tree],
        async *pages(group) {
          try {
            const chunk = chunkOf(name, group)
            if (chunk) yield* flatPages(chunk, slice)
          } catch (cause) {
            if (!(cause instanceof Error) || cause instanceof UserError || systemCode(cause) !== undefined) throw cause
            throw new Error(`${where(name, group)}: ${cause.message}`, { cause })
          }
        },
      }
    },
    count: group =>
      refusing(file, async () => {
        const chunks = [...places.keys()].flatMap(name => chunkOf(name, group) ?? [])
        const [least] = chunks.toSorted((a, b) => packed(a) - packed(b))
        if (least) await countRows(least, slice)
      }),
    read: ({ name }, start, end) =>
      refusing(file, async () => {
        const pieces: Piece[] = []
        await parquetRead({
          file: buffer,
          metadata,
          columns: [name],
          rowStart: start,
          rowEnd: end,
          compressors,
          parsers: TIMES_ROUNDED_DOWN,
          geoparquet: false,
          onChunk: ({ columnData, rowStart }) => pieces.push({ columnData, rowStart }),
        })
        return joined(pieces, start, end)
      }),
  }
}

const where = (column: string, group: number) =>
  `column ${JSON.stringify(column).slice(0, 80)} of row group ${group} (the first is 0)`

const packed = ({ metadata }: FlatChunk): number => Number(metadata.total_compressed_size)
