import type { Statement } from '../../core/pushdown/statement.ts'
import { faultOf } from './fault-of.ts'
import type { PostgresConnection } from './postgres-connection.ts'

/** Milliseconds between two looks at how much has come. */
const LOOK = 100
/** Seconds beyond the limit of a statement that its answer may be waited for, but no more than the limit itself. */
const GRACE = 10

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
    await connection.cancel().catch(() => connection.destroy(new Error(reason)))
  }
  const before = connection.received()
  const watch = setInterval(() => {
    if (connection.received() - before <= 2 * limits.bytes) return
    why ??= `it gave more than ${limits.bytes} bytes`
    connection.destroy(new Error(why))
  }, LOOK)
  const late = setTimeout(() => end(`it took more than ${limits.seconds} s`), limits.seconds * 1000)
  const lost = setTimeout(
    () => connection.destroy(new Error('the server did not end it')),
    (limits.seconds + Math.min(GRACE, limits.seconds)) * 1000,
  )
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
    const { said } = faultOf(cause)
    // The server has the same limit, and may be the first to see it.
    const isLate = /^57014: .* statement timeout/.test(said)
    throw new Error(why ?? (isLate ? `it took more than ${limits.seconds} s` : said), { cause })
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
