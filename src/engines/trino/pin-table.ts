import { trino as dialect } from '../../core/pushdown/dialects/trino.ts'
import type { EngineTable } from '../../core/pushdown/engine-table.ts'
import { quoted, quotedTable, textLiteral } from '../../core/pushdown/sql.ts'
import type { Answer } from '../../core/pushdown/statement.ts'
import { UserError } from '../../core/user-error.ts'
import type { EngineSession } from '../../ports/engine.ts'
import { lineOf } from '../line-of.ts'

/** Asks one statement, of which so many rows may come. */
export type Ask = (sql: string, rows: number) => Promise<{ readonly rows: Answer }>

/** The state that a table is measured in. */
type Pinned = Pick<EngineSession, 'from' | 'isPinned' | 'snapshot' | 'unpinned' | 'fileColumns' | 'schema'>

/** What a format knows of its states: the table about the table, and what its columns are called. */
interface Format {
  readonly history: string
  readonly id: string
  readonly at: string
  /** The ids of branches and tags, by their names. */
  readonly refs?: string
}

/** Iceberg and Delta Lake: https://trino.io/docs/current/connector/iceberg.html#metadata-tables, and the same of delta-lake. */
const ICEBERG: Format = { history: '$history', id: 'snapshot_id', at: 'made_current_at', refs: '$refs' }
const DELTA: Format = { history: '$history', id: 'version', at: 'timestamp' }

/**
 * Pins a table to one of its states, so that all statements see the same rows: the one that is named, else the current one. A table
 * without states is read as it is, and its files are looked at instead, where its rows say which they are of.
 */
export async function pinTable(ask: Ask, { table, snapshot, asOf, partition }: EngineTable): Promise<Pinned> {
  const from = quotedTable(dialect, table)
  const wanted = snapshot ?? asOf
  // A number is the engine's own name of a state.
  if (snapshot !== undefined && /^\d{1,19}$/.test(snapshot)) return pinnedTo(snapshot)
  const tried: string[] = []
  for (const format of [ICEBERG, DELTA]) {
    const found = await tell(stateIn(format)).catch(lineOf)
    if (typeof found === 'string') {
      tried.push(found)
      continue
    }
    const [[id, at] = []] = found
    if (typeof id === 'string') return pinnedTo(id, at ?? undefined)
    if (wanted !== undefined)
      throw noState(`none of it is ${snapshot === undefined ? 'as old as' : 'called'} ${wanted}`)
    return { from, isPinned: false, unpinned: 'The table has no snapshot yet' }
  }
  const denied = tried.find(reason => !/^(TABLE|COLUMN|SCHEMA|CATALOG)_NOT_FOUND/.test(reason))
  if (wanted !== undefined) throw noState(denied ?? 'it keeps none')
  const fileColumns = await hidden(['$path', '$file_modified_time', '$file_size'])
  const unpinned =
    denied === undefined ? 'The table keeps no snapshots' : `Its snapshots cannot be read: ${denied}`.slice(0, 1000)
  return { from, isPinned: false, ...(fileColumns ? { fileColumns } : {}), unpinned }

  async function hidden(columns: readonly string[]): Promise<readonly string[] | undefined> {
    const items = columns.map(name => quoted(dialect, name)).join(', ')
    return tell(`SELECT ${items} FROM ${from} LIMIT 0`).then(
      () => columns,
      () => undefined,
    )
  }

  async function tell(sql: string): Promise<Answer> {
    return (await ask(sql, 1)).rows
  }

  function stateIn({ history, id, at, refs }: Format): string {
    const time = `to_iso8601(${at} AT TIME ZONE 'UTC')`
    const about = (suffix: string) => quotedTable(dialect, table, suffix)
    if (asOf !== undefined)
      return `SELECT CAST(${id} AS VARCHAR), ${time} FROM ${about(history)} WHERE ${at} <= from_iso8601_timestamp(${textLiteral(dialect, asOf)}) ORDER BY ${at} DESC LIMIT 1`
    if (refs === undefined)
      return `SELECT CAST(${id} AS VARCHAR), ${time} FROM ${about(history)} WHERE ${snapshot === undefined ? 'true' : 'false'} ORDER BY ${id} DESC LIMIT 1`
    return `SELECT CAST(r.${id} AS VARCHAR), (SELECT max(${time}) FROM ${about(history)} h WHERE h.${id} = r.${id}) FROM ${about(refs)} r WHERE r.name = ${textLiteral(dialect, snapshot ?? 'main')}`
  }

  async function pinnedTo(id: string, at?: string): Promise<Pinned> {
    const schema = partition === undefined ? undefined : await schemaOf(id)
    return {
      from: `${from} FOR VERSION AS OF BIGINT '${id}'`,
      isPinned: true,
      ...(schema === undefined ? {} : { schema, fileColumns: ['$path', '$file_modified_time'] }),
      snapshot: { id, ...(at === undefined ? {} : { at }) },
    }
  }

  /** Of Iceberg, by which of its schemas a snapshot is read: the same file holds other cells by another. */
  async function schemaOf(id: string): Promise<string | undefined> {
    const entries = quotedTable(dialect, table, '$metadata_log_entries')
    const latest = `SELECT CAST(latest_schema_id AS VARCHAR) FROM ${entries} WHERE latest_snapshot_id = ${id} ORDER BY timestamp DESC LIMIT 1`
    const found = await tell(latest).catch(lineOf)
    return typeof found === 'string' ? undefined : (found[0]?.[0] ?? undefined)
  }

  function noState(found: string): UserError {
    return new UserError('engine.snapshot', `Expected snapshots of ${table} but found: ${found}`, {
      hint: 'Look at the snapshots that the table has, or leave snapshot and as-of out',
    })
  }
}
