import { type FileHandle, open } from 'node:fs/promises'
import type { AsyncBuffer, SchemaTree } from 'hyparquet'
import { UserError } from '../../core/user-error.ts'
import { systemCode } from '../../files/file-error.ts'
import type { Located } from '../../files/locate.ts'
import { checkFooter, type RowGroup, refuseOutside } from './check-footer.ts'
import { columnsOf, type ParquetColumn } from './columns-of.ts'
import type { DataPage } from './pages/data-page.ts'
import { countRows, type FlatChunk, flatPages } from './pages/flat-pages.ts'
import { readSlice } from './read-slice.ts'
import { contradicted, refusing } from './refusing.ts'

const MAGIC = 'PAR1'

/** An open file. Every failure is a `UserError` that names it. */
export interface ParquetFile {
  readonly columns: readonly ParquetColumn[]
  readonly groups: readonly RowGroup[]
  /** Values by column, in the order of these columns; `end` is not among the rows. */
  read(columns: readonly ParquetColumn[], start: number, end: number): Promise<ArrayLike<unknown>[]>
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
  const { decompressPage } = await import('hyparquet/src/datapage.js')
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
    const isThere = stored?.path_in_schema.length === 1 && stored.path_in_schema[0] === name
    if (!isThere || chunk?.file_path) throw new Error(`${where(name, group)} is not where it should be`)
    return {
      metadata: stored,
      element: place.element,
      rows: groups[group]?.rows ?? 0,
      unpack: (bytes, size) => decompressPage(bytes, size, stored.codec, compressors),
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
    read: (columns, start, end) =>
      refusing(file, async () => {
        const pieces = new Map<string, Piece[]>(columns.map(({ name }) => [name, []]))
        await parquetRead({
          file: buffer,
          metadata,
          columns: [...pieces.keys()],
          rowStart: start,
          rowEnd: end,
          compressors,
          geoparquet: false,
          onChunk: ({ columnName, columnData, rowStart }) => pieces.get(columnName)?.push({ columnData, rowStart }),
        })
        return columns.map(({ name }) => joined(pieces.get(name) ?? [], start, end))
      }),
  }
}

const where = (column: string, group: number) =>
  `column ${JSON.stringify(column).slice(0, 80)} of row group ${group} (the first is 0)`

const packed = ({ metadata }: FlatChunk): number => Number(metadata.total_compressed_size)

/** Bounds of values in the footer as they are stored, so that they can be held to the values. */
const AS_STORED = {
  timestampFromMilliseconds: (millis: bigint) => millis,
  timestampFromMicroseconds: (micros: bigint) => micros,
  timestampFromNanoseconds: (nanos: bigint) => nanos,
  dateFromDays: (days: number) => days,
  stringFromBytes: (bytes: Uint8Array) => bytes,
  uuidFromBytes: (bytes: Uint8Array) => bytes,
}

/** Where the columns that are not nested stand among all that values are stored of. */
function flatPlaces({ children }: SchemaTree) {
  const places = new Map<
    string,
    { readonly leaf: number; readonly tree: SchemaTree; readonly element: SchemaTree['element'] }
  >()
  let leaf = 0
  for (const tree of children) {
    const { element } = tree
    if (tree.children.length === 0 && element.repetition_type !== 'REPEATED')
      places.set(element.name, { leaf, tree, element })
    leaf += leavesOf(tree)
  }
  return places
}

const leavesOf = ({ children }: SchemaTree): number =>
  children.length === 0 ? 1 : children.reduce((sum, child) => sum + leavesOf(child), 0)

interface Piece {
  readonly columnData: ArrayLike<unknown>
  readonly rowStart: number
}

/** The values of rows, of which the pieces may hold more. */
function joined(pieces: readonly Piece[], start: number, end: number): ArrayLike<unknown> {
  const [only] = pieces
  if (pieces.length === 1 && only?.rowStart === start && only.columnData.length === end - start) return only.columnData
  const values: unknown[] = []
  for (const { columnData, rowStart } of pieces.toSorted((a, b) => a.rowStart - b.rowStart)) {
    for (let i = Math.max(0, start - rowStart); i < columnData.length && rowStart + i < end; i++)
      values.push(columnData[i])
  }
  if (values.length !== end - start) throw new Error(`a column of ${end - start} rows holds ${values.length}`)
  return values
}
