import type { Statement } from '../../core/pushdown/statement.ts'
import { faultOf } from './fault-of.ts'
import type { PostgresConnection } from './postgres-connection.ts'

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

/**
 * Sends a statement, and counts its rows as they come: one that gives more than it may is cancelled. Not by a cursor, as what is fetched piece by
 * piece PostgreSQL does with one process alone.
 */
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
  const stop = (reason: string): void => {
    if (why === undefined) void end(reason)
  }
  try {
    query.raw()
    // One by one: of an answer that is too large no more is kept than was asked for.
    await query.forEach(row => {
      if (why !== undefined) return
      const cells = cellsOf(row)
      for (const cell of cells) bytes += cell?.length ?? 0
      if (rows.push(cells) > most) stop(`it gave more than ${most} rows`)
      else if (bytes > limits.bytes) stop(`it gave more than ${limits.bytes} bytes`)
    })
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
function cellsOf(row: unknown): Row {
  if (!Array.isArray(row)) throw new Error('the server answered with what is no row')
  return row.map(cell => (Buffer.isBuffer(cell) ? cell.toString('utf8') : null))
}
