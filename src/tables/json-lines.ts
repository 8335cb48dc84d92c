import { UserError } from '../core/user-error.ts'
import { textGuard } from '../files/text-guard.ts'
import type { Row, Table } from '../ports.ts'
import type { HashedReader } from './csv/hashed-reader.ts'
import { openWith } from './open-with.ts'
import type { TableFile, TableFormat } from './table-format.ts'
import { textSource } from './text-source.ts'

/** Lines that are looked at for the names of the columns. */
const LOOKED_AT = 1000
/** Characters one line may have. */
const MAX_LINE = 16 * 1024 * 1024
const PIECE = 64 * 1024

/** JSON Lines: an object on every line, its keys the columns; numbers keep the digits they are written with. */
export const jsonLines: TableFormat = {
  id: 'json-lines',
  recognise: ({ plainName }) => /\.(jsonl|ndjson)$/i.test(plainName),
  async open(file) {
    return openWith(await textSource(file).reader(), reader => openLines(file, reader))
  },
}

async function openLines({ name }: TableFile, reader: HashedReader): Promise<Table> {
  const lines = linesOf(name, reader)
  const ahead: { readonly line: number; readonly object: Map<string, string> }[] = []
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    ahead.push(next.value)
    if (ahead.length === LOOKED_AT) break
  }
  const header = [...new Set(ahead.flatMap(({ object }) => [...object.keys()]))]
  if (header.length === 0) {
    throw new UserError('table.empty', `Expected an object on every line but ${name} has none`, {
      file: name,
      hint: 'Check the step that writes it',
    })
  }
  const known = new Set(header)
  let rows = 0
  let digest: ReturnType<HashedReader['digest']> | undefined
  return { header, batches: batches(), material }

  async function* batches(): AsyncGenerator<readonly Row[]> {
    try {
      if (ahead.length > 0) yield ahead.map(rowOf)
      for (let batch: Row[] = []; ; ) {
        const next = await lines.next()
        if (!next.done) batch.push(rowOf(next.value))
        if (batch.length === LOOKED_AT || (next.done && batch.length > 0)) {
          yield batch
          batch = []
        }
        if (next.done) break
      }
      digest = reader.digest()
    } finally {
      await reader.close()
    }
  }

  function rowOf({ line, object }: { readonly line: number; readonly object: Map<string, string> }): Row {
    for (const key of object.keys()) {
      if (known.has(key)) continue
      throw new UserError(
        'table.unknown-key',
        `Expected the keys of the first ${LOOKED_AT} lines but found another (${name}:${line})`,
        { file: name, line, hint: 'Write every key on every line, null where there is no value' },
      )
    }
    rows += 1
    return { line, cells: header.map(key => object.get(key) ?? '') }
  }

  function material(role: Parameters<Table['material']>[0]) {
    if (!digest) throw new Error(`${name} has not been read to its end`)
    return { name, role, digest: { sha256: digest.sha256 }, bytes: digest.bytes, rows }
  }
}

async function* linesOf(
  name: string,
  reader: HashedReader,
): AsyncGenerator<{ readonly line: number; readonly object: Map<string, string> }> {
  const guard = textGuard(name)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const piece = new Uint8Array(PIECE)
  let waiting = ''
  let line = 0
  for (let read = await reader.read(piece); read > 0; read = await reader.read(piece)) {
    waiting += decoder.decode(guard.next(piece.slice(0, read)), { stream: true })
    const whole = waiting.split('\n')
    waiting = whole.pop() ?? ''
    for (const text of whole) {
      line += 1
      if (text.trim() !== '') yield { line, object: objectOf(name, line, text) }
    }
    if (waiting.length > MAX_LINE) {
      throw new UserError(
        'table.long-row',
        `Expected lines of at most 16 MiB but found a longer one (${name}:${line + 1})`,
        {
          file: name,
          line: line + 1,
          hint: 'Is it one JSON document? Write an object on a line of its own for every row',
        },
      )
    }
  }
  guard.end()
  if (waiting.trim() !== '') yield { line: line + 1, object: objectOf(name, line + 1, waiting) }
}

/** The cells of a line by key: texts as they are, numbers as they are written, null as nothing, lists and objects as JSON. */
function objectOf(name: string, line: number, text: string): Map<string, string> {
  const fault = (found: string, hint: string) =>
    new UserError('table.json', `Expected a JSON object but found ${found} (${name}:${line})`, {
      file: name,
      line,
      hint,
    })
  let value: unknown
  try {
    value = JSON.parse(text, keepDigits)
  } catch {
    throw fault('text that is no JSON', 'Write an object on a line of its own for every row')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Digits) {
    throw fault('another value', 'Write an object on a line of its own for every row')
  }
  return new Map(Object.entries(value).map(([key, cell]) => [key, cellOf(cell)]))
}

/** A number as it is written: `1.0` and `1` differ, and so do numbers that a double cannot tell apart. */
class Digits {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toJSON(): unknown {
    return Number(this.text)
  }
}

/** ECMAScript's proposal of JSON.parse source text access, which Node has and TypeScript's library does not. */
function keepDigits(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && context?.source !== undefined ? new Digits(context.source) : value
}

function cellOf(cell: unknown): string {
  if (cell === null) return ''
  if (cell instanceof Digits) return cell.text
  return typeof cell === 'string' ? cell : JSON.stringify(cell)
}
