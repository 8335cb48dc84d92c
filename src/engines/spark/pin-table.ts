import { spark as dialect } from '../../core/pushdown/dialects/spark.ts'
import type { EngineTable } from '../../core/pushdown/engine-table.ts'
import { quotedTable, textLiteral } from '../../core/pushdown/sql.ts'
import type { Answer } from '../../core/pushdown/statement.ts'
import { UserError } from '../../core/user-error.ts'
import type { EngineSession } from '../../ports/engine.ts'
import { lineOf } from '../line-of.ts'

/** Asks one statement, of which so many rows may come. */
export type Ask = (sql: string, rows: number) => Promise<{ readonly rows: Answer }>

/** The state that a table is measured in. */
type Pinned = Pick<EngineSession, 'from' | 'isPinned' | 'snapshot' | 'unpinned' | 'fileColumns'>

interface State {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Versions of a Delta table that are looked through for one of a time: the newest. */
const HISTORY = 10_000
/** What a row of a file says of it: https://spark.apache.org/docs/latest/sql-data-sources-generic-options.html */
const FILE_COLUMNS = ['_metadata.file_path', '_metadata.file_modification_time', '_metadata.file_size']
const DENIED = /permission|privilege|not authorized|access/i

/**
 * Pins a table to one of its states, so that all statements see the same rows: the one that is named, else the current one. A table
 * without states is read as it is, and its files are looked at instead, where its rows say which they are of. Whether the session's zone is UTC says what times without one mean.
 */
export async function pinTable(ask: Ask, { table, snapshot, asOf }: EngineTable, isUtc: boolean): Promise<Pinned> {
  const from = quotedTable(dialect, table)
  // A number is the engine's own name of a state.
  if (snapshot !== undefined && /^\d{1,19}$/.test(snapshot)) return pinnedTo({ id: snapshot, at: Number.NaN })
  const tried: string[] = []
  for (const states of [ofIceberg, ofDelta]) {
    const found = await states().catch(lineOf)
    if (typeof found === 'string') {
      tried.push(found)
      continue
    }
    if (found) return pinnedTo(found)
    if (snapshot !== undefined || asOf !== undefined)
      throw noState(`none of it is ${snapshot === undefined ? 'as old as' : 'called'} ${snapshot ?? asOf}`)
    return { from, isPinned: false, unpinned: 'The table has no snapshot yet' }
  }
  const denied = tried.find(reason => DENIED.test(reason))
  if (snapshot !== undefined || asOf !== undefined) throw noState(denied ?? 'it keeps none')
  const knowsFiles = await ask(`SELECT ${FILE_COLUMNS.join(', ')} FROM ${from} LIMIT 0`, 1).then(
    () => true,
    () => false,
  )
  const unpinned =
    denied === undefined ? 'The table keeps no snapshots' : `Its snapshots cannot be read: ${denied}`.slice(0, 1000)
  return { from, isPinned: false, ...(knowsFiles ? { fileColumns: FILE_COLUMNS } : {}), unpinned }

  /** Branches, tags and times of Iceberg: https://iceberg.apache.org/docs/latest/spark-queries/#inspecting-tables */
  async function ofIceberg(): Promise<State | undefined> {
    const about = (name: string) => `${from}.${name}`
    const at = 'CAST(unix_millis(made_current_at) AS STRING)'
    const ofRef = `snapshot_id IN (SELECT snapshot_id FROM ${about('refs')} WHERE name = ${textLiteral(dialect, snapshot ?? 'main')})`
    const ofTime = asOf === undefined ? ofRef : `made_current_at <= CAST(${textLiteral(dialect, asOf)} AS TIMESTAMP)`
    const found = await ask(
      `SELECT CAST(snapshot_id AS STRING), ${at} FROM ${about('history')} WHERE ${ofTime} ORDER BY made_current_at DESC LIMIT 1`,
      1,
    )
    return stateIn(found.rows[0])
  }

  /** Versions and times of Delta Lake: https://docs.delta.io/latest/delta-utility.html#retrieve-delta-table-history */
  async function ofDelta(): Promise<State | undefined> {
    const most = asOf === undefined ? 1 : HISTORY
    const { rows } = await ask(`DESCRIBE HISTORY ${from} LIMIT ${most}`, most)
    if (snapshot !== undefined) return undefined
    const until = asOf === undefined ? Number.POSITIVE_INFINITY : Date.parse(asOf)
    const states = rows.map(([id, at]) => stateIn([id ?? null, String(timeOf(at ?? '', isUtc))]))
    if (asOf !== undefined && states.some(state => Number.isNaN(state?.at)))
      throw new Error('its history has times without a zone: name the version in snapshot')
    return states.find(state => asOf === undefined || (state !== undefined && state.at <= until))
  }

  function pinnedTo({ id, at }: State): Pinned {
    return {
      from: `${from} VERSION AS OF ${id}`,
      isPinned: true,
      snapshot: { id, ...(Number.isNaN(at) ? {} : { at: new Date(at).toISOString() }) },
    }
  }

  function noState(found: string): UserError {
    return new UserError('engine.snapshot', `Expected snapshots of ${table} but found: ${found}`, {
      hint: 'Look at the snapshots that the table has, or leave snapshot and as-of out',
    })
  }
}

const stateIn = (row: Answer[number] | undefined): State | undefined =>
  row?.[0] != null && /^\d{1,19}$/.test(row[0]) ? { id: row[0], at: Number(row[1] ?? Number.NaN) } : undefined

/** A time of a history; NaN where it has no zone, and the session another than UTC. */
const timeOf = (text: string, isUtc: boolean): number =>
  /(Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : isUtc ? Date.parse(`${text.replace(' ', 'T')}Z`) : Number.NaN
