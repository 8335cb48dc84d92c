import { trino as dialect } from '../../core/pushdown/dialects/trino.ts'
import { quoted, quotedTable } from '../../core/pushdown/sql.ts'
import { UserError } from '../../core/user-error.ts'
import type { EngineSession } from '../../ports/engine.ts'
import { lineOf } from '../line-of.ts'
import { readableInHalves } from '../readable-in-halves.ts'
import { whyDenied } from '../why-denied.ts'

type Columns = EngineSession['columns']
/** Asks one statement, of which so many rows may come. */
type Ask = (
  sql: string,
  rows: number,
) => Promise<{ readonly rows: readonly (readonly (string | null)[])[]; readonly columns: Columns }>

/** Columns of a table; of those that may not be read, why. */
export interface ReadableColumns {
  readonly columns: Columns
  /** Whether some may not be read: there may be more of them than are named. */
  readonly isPartial: boolean
}

/** More are looked at neither one by one nor in halves. */
const MOST = 5000

/** What may be read of a table: everything, or, where that is refused, what is left when columns are asked for in halves. */
export async function readableColumns(ask: Ask, from: string, table: string): Promise<ReadableColumns> {
  const all = await ask(`SELECT * FROM ${from} LIMIT 0`, 0).catch(cause => {
    if (isDenied(cause)) return undefined
    throw cause
  })
  if (all) return { columns: all.columns, isPartial: false }
  const { rows } = await ask(`SHOW COLUMNS FROM ${quotedTable(dialect, table)}`, MOST)
  const columns = await readableInHalves(
    rows.map(([name]) => name ?? ''),
    names => look(ask, from, names),
    // A column of another state of the table than the one that is read is none of it.
    (name, why) => (isDenied(why) ? [{ name, type: 'unknown', denied: why }] : []),
  )
  if (columns.some(({ denied }) => denied === undefined)) return { columns, isPartial: true }
  throw new Error(columns[0]?.denied ?? 'none of its columns may be read')
}

/** Some columns with their types, or why they cannot be read. */
const look = (ask: Ask, from: string, names: readonly string[]): Promise<Columns | string> =>
  ask(`SELECT ${names.map(name => quoted(dialect, name)).join(', ')} FROM ${from} LIMIT 0`, 0).then(
    ({ columns }) => columns,
    cause => {
      if (cause instanceof UserError) throw cause
      return lineOf(cause)
    },
  )

/** Why columns that are named by nobody who lists them may not be read, of those that are there. */
export const deniedAmong = (ask: Ask, from: string, names: readonly string[]): Promise<Columns> =>
  whyDenied(names, async name => {
    const why = await look(ask, from, [name])
    return isDenied(why) ? String(why) : undefined
  })

const isDenied = (cause: unknown): boolean =>
  (typeof cause === 'string' ? cause : lineOf(cause)).startsWith('PERMISSION_DENIED')
