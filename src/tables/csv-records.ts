import { parse } from 'csv-parse'
import type { Located } from '../files/locate.ts'
import type { Row } from '../ports.ts'
import { csvError } from './csv-error.ts'
import { plainLines } from './plain-lines.ts'

/** Characters one row may have: an open quote swallows the rest of the file, and must not swallow the memory. */
const MAX_ROW = 16 * 1024 * 1024

/** The records of a CSV file, header first, in batches, each with the physical line (ended by LF) on which it starts. */
export async function* csvRecords(
  located: Located,
  separator: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Row[]> {
  const plain = plainLines(separator)
  let parser: Parser | undefined
  let line = 1
  let read = 0

  for await (const chunk of chunks) {
    read += chunk.length
    if (parser) {
      yield* batch(await parser.write(chunk, line))
      continue
    }
    const { lines, rest } = plain.next(chunk)
    yield* batch(lines)
    if (!rest) continue
    parser = quotedParser(located, separator, read - rest.length)
    yield* batch(await parser.write(rest, line))
  }
  yield* batch(parser ? await parser.end(line) : plain.end())

  function* batch(records: string[][]): Generator<Row[]> {
    const rows = records.map(cells => {
      const row = { line, cells }
      line += parser ? 1 + breaksIn(cells) : 1
      return row
    })
    if (rows.length > 0) yield rows
  }
}

function breaksIn(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++
  return count
}

interface Parser {
  /** `line`: on which the next record starts. */
  write(chunk: Uint8Array, line: number): Promise<string[][]>
  end(line: number): Promise<string[][]>
}

/** csv-parse, for everything from the first line that holds a quote; `start` is that line's first byte in the file. */
function quotedParser(located: Located, separator: string, start: number): Parser {
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    max_record_size: MAX_ROW,
  })
  parser.on('error', () => {})
  return {
    write: (chunk, line) => feed(line, done => parser.write(chunk, done)),
    end: line => feed(line, done => parser.end(done)),
  }

  async function feed(line: number, give: (done: (error?: Error | null) => void) => void): Promise<string[][]> {
    const records: string[][] = []
    const given = new Promise<void>((resolve, reject) => give(error => (error ? reject(error) : resolve())))
    try {
      drain(records)
      await given
      drain(records)
      return records
    } catch (cause) {
      throw await csvError(located, start, line + records.reduce((sum, cells) => sum + 1 + breaksIn(cells), 0), cause)
    }
  }

  function drain(records: string[][]): void {
    for (let cells: string[] | null = parser.read(); cells !== null; cells = parser.read()) records.push(cells)
  }
}
