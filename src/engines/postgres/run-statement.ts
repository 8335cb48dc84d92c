import type { Statement } from '../../core/pushdown/statement.ts'
import { faultOf } from './fault-of.ts'
import type { PostgresConnection } from './postgres-connection.ts'

/** Rows that are fetched at once: between them it is told whether they are too many. */
const AT_ONCE = 1000
/** Milliseconds between two looks at how much has come. */
const LOOK = 100
/** Milliseconds beyond the limit of a statement that its answer may be waited for. */
const GRACE = 10_000

/** Cells as the server has written them. */
type Row = readonly (string | null)[]

/** What may be done with a statement that is under way. */
export interface Running {
  cancel(): Promise<void>
}

/** Sends a statement, and fetches its rows by a cursor, so that no more come than may. */
export async function runStatement(
  connection: PostgresConnection,
  { sql, rows: most }: Pick<Statement, 'sql' | 'rows'>,
  begins: (running: Running) => void = () => {},
): Promise<Row[]> {
  const { limits } = connection
  const query = connection.unsafe(sql)
  let why: string | undefined
  const end = async (reason: string): Promise<void> => {
    why ??= reason
    await connection.cancel(query).catch(() => connection.destroy())
  }
  const before = connection.received()
  const watch = setInterval(() => {
    if (connection.received() - before <= 2 * limits.bytes) return
    why ??= `it gave more than ${limits.bytes} bytes`
    connection.destroy()
  }, LOOK)
  const late = setTimeout(() => end(`it took more than ${limits.seconds} s`), limits.seconds * 1000)
  const lost = setTimeout(() => connection.destroy(), limits.seconds * 1000 + GRACE)
  begins({ cancel: () => end('it was cancelled') })
  const rows: Row[] = []
  let bytes = 0
  try {
    for await (const part of query.raw().cursor(AT_ONCE)) {
      for (const row of part.map(cellsOf)) {
        for (const cell of row) bytes += cell?.length ?? 0
        rows.push(row)
      }
      if (rows.length > most) why = `it gave more than ${most} rows`
      else if (bytes > limits.bytes) why = `it gave more than ${limits.bytes} bytes`
      if (why !== undefined) break
    }
  } catch (cause) {
    throw new Error(why ?? faultOf(cause).said, { cause })
  } finally {
    clearInterval(watch)
    clearTimeout(late)
    clearTimeout(lost)
  }
  if (why !== undefined) throw new Error(why)
  return rows
}

/** As the server has written them: the library's own readings of types are passed by. */
const cellsOf = (row: readonly (Buffer | null)[]): Row =>
  row.map(cell => (cell === null ? null : cell.toString('utf8')))
