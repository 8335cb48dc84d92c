import { type CsvError, parse } from 'csv-parse'
import type { Dialect } from '../../core/tables/dialect.ts'
import { UserError } from '../../core/user-error.ts'
import type { Row, Table } from '../../ports.ts'
import { refuseHeader } from '../check-header.ts'
import { openWith } from '../open-with.ts'
import type { TableFile } from '../table-format.ts'
import type { HashedReader } from '../text/hashed-reader.ts'
import { textSource } from '../text/text-source.ts'
import { cellReader } from './cell-reader.ts'

const PIECE = 64 * 1024
const BATCH = 1000
const MAX_ROW = 16 * 1024 * 1024

/** A table in a dialect that somebody has declared, its cells as a file of the standard dialect would have them. */
export async function dialectTable(file: TableFile, dialect: Dialect): Promise<Table> {
  return openWith(await textSource(file).reader(), reader => openDialect(file, reader, dialect))
}

async function openDialect(file: TableFile, reader: HashedReader, dialect: Dialect): Promise<Table> {
  const { name } = file
  const records = recordsOf(file, reader, dialect)
  const first = dialect.header === false ? undefined : await records.next()
  const ahead = dialect.header === false ? await records.next() : undefined
  const header =
    dialect.columns ??
    (first
      ? first.done
        ? undefined
        : first.value.cells
      : ahead?.value?.cells.map((_: string, i: number) => `column${i + 1}`))
  refuseHeader(name, dialect.delimiter, header)
  const cell = cellReader(dialect)
  let rows = 0
  let digest: ReturnType<HashedReader['digest']> | undefined
  return { header, batches: batches(header.length), close, material }

  async function close() {
    await records.return(undefined)
    await reader.close()
  }

  async function* batches(width: number): AsyncGenerator<readonly Row[]> {
    try {
      let batch: Row[] = []
      for (let next = ahead ?? (await records.next()); !next.done; next = await records.next()) {
        const { line, cells } = next.value
        if (cells.length !== width) throw ragged(name, line, width, cells.length)
        batch.push({ line, cells: cells.map(cell) })
        rows += 1
        if (batch.length < BATCH) continue
        yield batch
        batch = []
      }
      if (batch.length > 0) yield batch
      digest = reader.digest()
    } finally {
      await reader.close()
    }
  }

  function material(role: Parameters<Table['material']>[0]) {
    if (!digest) throw new Error(`${name} has not been read to its end`)
    return { name, role, digest: { sha256: digest.sha256 }, bytes: digest.bytes, rows }
  }
}

/** csv-parse's records, with the lines on which they start. */
async function* recordsOf({ name }: TableFile, reader: HashedReader, dialect: Dialect): AsyncGenerator<Row> {
  const { delimiter, quote, comment } = dialect
  const escapedBy = dialect.escape ?? (quote === '' ? undefined : quote)
  const parser = parse({
    delimiter,
    quote: quote === '' ? null : quote,
    ...(escapedBy === undefined ? {} : { escape: escapedBy }),
    ...(comment === undefined ? {} : { comment }),
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: MAX_ROW,
    bom: true,
  })
  const feeding = feed(name, reader, dialect, parser)
  feeding.catch(cause => parser.destroy(cause instanceof Error ? cause : new Error(String(cause))))
  let line = 1
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const inside = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
      line = Math.max(1, info.lines - inside)
      yield { line, cells: record }
    }
    await feeding
  } catch (cause) {
    throw isCsvError(cause) ? broken(name, line, cause) : cause
  }
}

async function feed(name: string, reader: HashedReader, { encoding }: Dialect, parser: ReturnType<typeof parse>) {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const piece = new Uint8Array(PIECE)
  const write = (text: string) =>
    new Promise<void>((resolve, reject) => parser.write(text, error => (error ? reject(error) : resolve())))
  try {
    for (let read = await reader.read(piece); read > 0; read = await reader.read(piece)) {
      await write(decoder.decode(piece.subarray(0, read), { stream: true }))
    }
    await write(decoder.decode())
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    throw new UserError('file.encoding', `Expected ${name} to be ${encoding} text but found bytes that are none`, {
      file: name,
      hint: 'Name the encoding it is written in under data.dialects',
      cause,
    })
  }
  parser.end()
}

const isCsvError = (cause: unknown): cause is CsvError =>
  cause instanceof Error && 'code' in cause && String(cause.code).startsWith('CSV_')

/** The parser's own error quotes the cell, so it is no cause of this one. */
const broken = (name: string, line: number, { code }: CsvError) =>
  new UserError(
    'table.dialect',
    `Expected a row of the dialect declared but found ${code} after line ${line} (${name})`,
    {
      file: name,
      line,
      hint: 'Check delimiter, quote and escape under data.dialects',
    },
  )

const ragged = (name: string, line: number, width: number, found: number) =>
  new UserError('table.ragged-row', `Expected ${width} cells as in the header but found ${found} (${name}:${line})`, {
    file: name,
    line,
    hint: 'Complete the row, or mend the dialect under data.dialects',
  })
