import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { AsyncBuffer, FileMetaData, SchemaElement } from 'hyparquet'
import { UserError } from '../core/user-error.ts'
import { fileError, systemCode } from '../files/file-error.ts'
import type { Row, Table } from '../ports.ts'
import { openWith } from './open-with.ts'
import type { TableFile, TableFormat } from './table-format.ts'

const MAGIC = 'PAR1'
/** Bytes that one group of rows may decode to, and cells: each group is held in memory whole. */
const MAX_GROUP_BYTES = 2 * 1024 ** 3
const MAX_GROUP_ROWS = 16_000_000
/** Bytes of the footer. */
const MAX_FOOTER = 64 * 1024 * 1024
/** Rows of a batch. */
const BATCH = 8192

/** Apache Parquet, one group of rows after the other; a row's line is its number. */
export const parquet: TableFormat = {
  id: 'parquet',
  recognise: ({ head, plainName }) =>
    Buffer.from(head.subarray(0, 4)).toString('latin1') === MAGIC || /\.(parquet|pq)$/i.test(plainName),
  open: async file => openWith(await open(file.absolute), handle => openParquet(file, handle)),
}

async function openParquet(file: TableFile, handle: FileHandle): Promise<Table> {
  const { name, size } = file
  const { parquetMetadataAsync, parquetRead } = await import('hyparquet')
  const { compressors } = await import('hyparquet-compressors')
  const buffer: AsyncBuffer = { byteLength: size, slice: (start, end = size) => slice(handle, start, end, size) }
  const metadata = await refusing(file, async () => {
    refuseOutside(size, await buffer.slice(Math.max(0, size - 8), size))
    return parquetMetadataAsync(buffer)
  })
  const columns = columnsOf(file, metadata)
  let rows = 0
  let sha256: string | undefined
  return { header: columns.map(column => column.name), batches: batches(), material }

  async function* batches(): AsyncGenerator<readonly Row[]> {
    try {
      let first = 0
      for (const group of metadata.row_groups) {
        const count = Number(group.num_rows)
        if (count > MAX_GROUP_ROWS || Number(group.total_byte_size) > MAX_GROUP_BYTES) throw tooLarge(file)
        const cells = await refusing(file, () => readGroup(first, first + count))
        if (cells.length !== count) throw damaged(file, `a group of ${count} rows holds ${cells.length}`)
        for (let from = 0; from < count; from += BATCH) {
          const batch = cells.slice(from, from + BATCH).map((values, i) => ({
            line: first + from + i + 1,
            cells: columns.map(({ text }, column) => text(values[column])),
          }))
          rows += batch.length
          yield batch
        }
        first += count
      }
      if (first !== Number(metadata.num_rows))
        throw damaged(file, `it says ${metadata.num_rows} rows and holds ${first}`)
      sha256 = await digestOf(file)
    } finally {
      await handle.close()
    }
  }

  async function readGroup(rowStart: number, rowEnd: number): Promise<unknown[][]> {
    let read: unknown[][] = []
    await parquetRead({
      file: buffer,
      metadata,
      columns: columns.map(column => column.name),
      rowStart,
      rowEnd,
      compressors,
      geoparquet: false,
      onComplete: found => {
        read = found
      },
    })
    return read
  }

  function material(role: Parameters<Table['material']>[0]) {
    if (sha256 === undefined) throw new Error(`${name} has not been read to its end`)
    return { name, role, digest: { sha256 }, bytes: size, rows }
  }
}

interface ParquetColumn {
  readonly name: string
  /** The text that a CSV file would hold for the value. */
  text(value: unknown): string
}

function columnsOf(file: TableFile, { schema }: FileMetaData): ParquetColumn[] {
  const [root, ...elements] = schema
  const columns: ParquetColumn[] = []
  // Below a column's own element stand those it is made of, where it is nested.
  for (let i = 0; i < elements.length; ) {
    const element = elements[i]
    if (!element) break
    columns.push({ name: element.name, text: textOf(element) })
    i += descendants(elements, i) + 1
  }
  if (!root || columns.length === 0 || columns.length !== (root.num_children ?? 0)) {
    throw damaged(file, 'its schema does not add up')
  }
  return columns
}

function descendants(elements: readonly SchemaElement[], at: number): number {
  let count = 0
  for (let children = elements[at]?.num_children ?? 0; children > 0; children--) {
    if (at + count + 1 >= elements.length) return count
    count += descendants(elements, at + count + 1) + 1
  }
  return count
}

function textOf(element: SchemaElement): ParquetColumn['text'] {
  const isDate = element.logical_type?.type === 'DATE' || element.converted_type === 'DATE'
  return value => {
    if (value === null || value === undefined) return ''
    if (value instanceof Date) return isDate ? value.toISOString().slice(0, 10) : value.toISOString()
    if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
    return typeof value === 'object' ? JSON.stringify(value, plain) : String(value)
  }
}

const plain = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value)

/** The footer's length is the file's own word for it. */
function refuseOutside(size: number, tail: ArrayBuffer): void {
  const bytes = Buffer.from(tail)
  if (bytes.length < 8 || bytes.toString('latin1', 4) !== MAGIC) throw new Error('its end is missing')
  const footer = bytes.readUInt32LE(0)
  if (footer > MAX_FOOTER || footer + 12 > size) throw new Error(`its footer has ${footer} bytes, more than it can`)
}

async function slice(
  handle: Awaited<ReturnType<typeof open>>,
  start: number,
  end: number,
  size: number,
): Promise<ArrayBuffer> {
  if (!(start >= 0 && end >= start && end <= size)) throw new Error('a part of it lies outside the file')
  const bytes = new Uint8Array(end - start)
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, start)
  if (bytesRead < bytes.length) throw new Error('its end is missing')
  return bytes.buffer
}

async function digestOf({ name, absolute }: TableFile): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(absolute)) hash.update(chunk)
  } catch (cause) {
    throw fileError(name, 'read', cause)
  }
  return hash.digest('hex')
}

/** What the reader of Parquet throws, as an error that names the file. */
async function refusing<Value>(file: TableFile, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read()
  } catch (cause) {
    if (cause instanceof UserError) throw cause
    if (systemCode(cause) !== undefined) throw fileError(file.name, 'read', cause)
    throw damaged(file, cause instanceof Error ? cause.message : String(cause), cause)
  }
}

const damaged = ({ name }: TableFile, found: string, cause?: unknown) =>
  new UserError(
    'table.parquet',
    `Expected ${name} to be a whole Parquet file but found a fault: ${found.slice(0, 200)}`,
    {
      file: name,
      hint: 'Write it again, unencrypted',
      ...(cause === undefined ? {} : { cause }),
    },
  )

const tooLarge = ({ name }: TableFile) =>
  new UserError(
    'table.parquet-group',
    `Expected groups of at most ${MAX_GROUP_ROWS} rows and ${MAX_GROUP_BYTES} bytes in ${name} but found a larger one`,
    { file: name, hint: 'Write it with smaller row groups, e.g. row_group_size=1_000_000 in pyarrow' },
  )
