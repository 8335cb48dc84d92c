import { type FileHandle, open } from 'node:fs/promises'
import type { AsyncBuffer } from 'hyparquet'
import type { Located } from '../../files/locate.ts'
import { type ColumnCursor, columnCursor } from './column-cursor.ts'
import { columnPages } from './column-pages.ts'
import { columnsOf, type ParquetColumn } from './columns-of.ts'
import { MAX_FOOTER, MAX_GROUP_BYTES, MAX_GROUP_ROWS } from './limits.ts'
import { damaged, refusing, tooLarge } from './refusing.ts'

const MAGIC = 'PAR1'

/** An open file. Every failure is a `UserError` that names it. */
export interface ParquetFile {
  readonly columns: readonly ParquetColumn[]
  /** Rows of each group, and the number of the group's first row from 0. */
  readonly groups: readonly { readonly first: number; readonly rows: number }[]
  /** Values by column, in the order of these columns; `end` is not among the rows. */
  read(columns: readonly ParquetColumn[], start: number, end: number): Promise<ArrayLike<unknown>[]>
  /** Goes through a group of rows a stretch at a time: of columns that are not nested, no more than a page is held. */
  cursor(columns: readonly ParquetColumn[], group: number): Promise<GroupCursor>
  close(): Promise<void>
}

export interface GroupCursor {
  /** The values of the next rows by column, in the order of the columns. */
  take(rows: number): Promise<ArrayLike<unknown>[]>
}

/** Whether a file begins as Parquet does. */
export const isParquet = (head: Uint8Array): boolean => Buffer.from(head.subarray(0, 4)).toString('latin1') === MAGIC

/** Opens a file and reads its footer. What the footer says of values (least, greatest, how many are missing) is not used: no writer need tell the truth there. */
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
  const buffer: AsyncBuffer = { byteLength: size, slice: (start, end = size) => slice(handle, start, end, size) }
  const metadata = await refusing(file, async () => {
    refuseOutside(size, await buffer.slice(Math.max(0, size - 8), size))
    return parquetMetadataAsync(buffer)
  })
  const groups: { first: number; rows: number }[] = []
  let first = 0
  for (const { num_rows, total_byte_size } of metadata.row_groups) {
    const rows = Number(num_rows)
    if (rows > MAX_GROUP_ROWS || Number(total_byte_size) > MAX_GROUP_BYTES) throw tooLarge(file)
    groups.push({ first, rows })
    first += rows
  }
  if (first !== Number(metadata.num_rows)) throw damaged(file, `it says ${metadata.num_rows} rows and holds ${first}`)
  const schema = parquetSchema(metadata)
  const pagesOf = (name: string, group: number) => {
    const element = schema.children.find(child => child.element.name === name)
    const chunk = metadata.row_groups[group]?.columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === name)
    if (!element || !chunk?.meta_data || chunk.file_path) throw new Error(`a column is not where it should be`)
    if (element.children.length > 0 || element.element.repetition_type === 'REPEATED') return undefined
    const column = { metadata: chunk.meta_data, path: [schema, element], rows: groups[group]?.rows ?? 0 }
    return columnPages(column, async (start, end) => new Uint8Array(await buffer.slice(start, end)), compressors)
  }
  const read: ParquetFile['read'] = (columns, start, end) =>
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
    })
  return {
    columns: columnsOf(file, metadata),
    groups,
    read,
    close: () => handle.close(),
    cursor: (columns, group) =>
      refusing(file, async () => {
        const { first, rows } = groups[group] ?? { first: 0, rows: 0 }
        const cursors: ColumnCursor[] = []
        for (const column of columns) {
          const pages = pagesOf(column.name, group)
          cursors.push(columnCursor(pages ?? once(() => read([column], first, first + rows))))
        }
        return {
          take: rows =>
            refusing(file, async () => {
              const taken: ArrayLike<unknown>[] = []
              for (const cursor of cursors) taken.push(await cursor.take(rows))
              return taken
            }),
        }
      }),
  }
}

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

async function* once(read: () => Promise<ArrayLike<unknown>[]>): AsyncGenerator<ArrayLike<unknown>> {
  yield* await read()
}

/** The footer's length is the file's own word for it. */
function refuseOutside(size: number, tail: ArrayBuffer): void {
  const bytes = Buffer.from(tail)
  if (bytes.length < 8 || bytes.toString('latin1', 4) !== MAGIC) throw new Error('its end is missing')
  const footer = bytes.readUInt32LE(0)
  if (footer > MAX_FOOTER || footer + 12 > size) throw new Error(`its footer has ${footer} bytes, more than it can`)
}

async function slice(handle: FileHandle, start: number, end: number, size: number): Promise<ArrayBuffer> {
  if (!(start >= 0 && end >= start && end <= size)) throw new Error('a part of it lies outside the file')
  const bytes = new Uint8Array(end - start)
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, start)
  if (bytesRead < bytes.length) throw new Error('its end is missing')
  return bytes.buffer
}
