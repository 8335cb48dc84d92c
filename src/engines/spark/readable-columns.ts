import { spark as dialect } from '../../core/pushdown/dialects/spark.ts'
import { quoted, quotedTable } from '../../core/pushdown/sql.ts'
import { UserError } from '../../core/user-error.ts'
import type { EngineSession } from '../../ports/engine.ts'
import { lineOf } from '../line-of.ts'
import { readableInHalves } from '../readable-in-halves.ts'
import { whyDenied } from '../why-denied.ts'
import type { Ask } from './pin-table.ts'

type Columns = EngineSession['columns']

/** Columns of a table; of those that may not be read, why. */
export interface ReadableColumns {
  readonly columns: Columns
  /** Whether some may not be read: there may be more of them than are named. */
  readonly isPartial: boolean
}

/** A table as it is asked for, and as it is read in one of its states. */
interface Asked {
  readonly table: string
  readonly from: string
  /** Why a column must not be named in a statement, whoever may read it. */
  unnamed(name: string): string | undefined
}

/** Columns that a table may have. */
const MAX_COLUMNS = 10_000

/**
 * What may be read of a table. Spark itself lets everybody read everything; what stands in front of it, or Databricks, refuses a statement that names
 * a column which may not be read, and has no list of those that may. So statements that read nothing are sent.
 */
export async function readableColumns(ask: Ask, { table, from, unnamed }: Asked): Promise<ReadableColumns> {
  const known = await listed(ask, `DESCRIBE QUERY SELECT * FROM ${from}`).catch(cause => {
    if (cause instanceof UserError || !isDenied(lineOf(cause))) throw cause
    return undefined
  })
  const all = known ?? untilEnd(await listed(ask, `DESCRIBE TABLE ${quotedTable(dialect, table)}`))
  // A column of another state of the table than the one that is read is none of it.
  const isKnown = (why: string) => isDenied(why) || (known === undefined && MISSING.test(why))
  const found = await readableInHalves(
    all.filter(({ name }) => unnamed(name) === undefined),
    async some => {
      const why = await whyNot(ask, from, some)
      if (why !== undefined && !isKnown(why)) throw new Error(why)
      return why ?? some
    },
    (column, why) => (isDenied(why) ? [{ ...column, denied: why }] : []),
  )
  const byName = new Map(found.map(column => [column.name, column]))
  const columns = all.flatMap(column => {
    const denied = unnamed(column.name)
    return denied === undefined ? (byName.get(column.name) ?? []) : [{ ...column, denied }]
  })
  const isPartial = found.some(({ denied }) => denied !== undefined)
  if (isPartial && columns.every(({ denied }) => denied !== undefined))
    throw new Error(found[0]?.denied ?? 'none of its columns may be read')
  return { columns, isPartial }
}

/** Why columns that are not listed may not be read, of those that are there. */
export const deniedAmong = (ask: Ask, from: string, names: readonly string[]): Promise<Columns> =>
  whyDenied(names, async name => {
    const why = await whyNot(ask, from, [{ name }])
    return why !== undefined && isDenied(why) ? why : undefined
  })

/** Columns by name and type, as they are described. */
async function listed(ask: Ask, sql: string): Promise<Columns> {
  const { rows } = await ask(sql, MAX_COLUMNS)
  return rows.map(([name, type]) => ({ name: name ?? '', type: type ?? '' }))
}

/** What is told of partitions, or of the table, comes after a line of nothing, or a title. */
function untilEnd(columns: Columns): Columns {
  const end = columns.findIndex(({ type }) => type === '')
  return end < 0 ? columns : columns.slice(0, end)
}

const MISSING = /\[UNRESOLVED_COLUMN/

const whyNot = (ask: Ask, from: string, columns: readonly { readonly name: string }[]): Promise<string | undefined> =>
  ask(`SELECT ${columns.map(({ name }) => quoted(dialect, name)).join(', ')} FROM ${from} LIMIT 0`, 0).then(
    () => undefined,
    cause => {
      if (cause instanceof UserError) throw cause
      return lineOf(cause)
    },
  )

/** Databricks' classes of errors, and what Ranger, Kyuubi, Lake Formation and the like say. */
const isDenied = (fault: string): boolean =>
  !/\[(UNRESOLVED|TABLE_OR_VIEW_NOT_FOUND|PARSE_)/.test(fault) &&
  /INSUFFICIENT_PERMISSIONS|PERMISSION_DENIED|AccessControlException|AccessDenied|permission denied|access (is )?denied|does not have .{0,100}(permission|privilege)|insufficient (permission|privilege)|not authorized|\b42501\b/i.test(
    fault,
  )
