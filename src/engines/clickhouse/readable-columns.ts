import { clickhouse as dialect } from '../../core/pushdown/dialects/clickhouse.ts'
import { quoted } from '../../core/pushdown/sql.ts'
import type { EngineSession } from '../../ports/engine.ts'
import { lineOf } from '../line-of.ts'
import { readableInHalves } from '../readable-in-halves.ts'
import { whyDenied } from '../why-denied.ts'
import { tableIn } from './estimate-reading.ts'

type Columns = EngineSession['columns']
/** Asks one statement, of which so many rows may come. */
type Ask = (sql: string, rows: number) => Promise<{ readonly rows: readonly (readonly (string | null)[])[] }>

/** Columns of a table; of those that may not be read, why. */
export interface ReadableColumns {
  readonly columns: Columns
  /** Whether there may be more of them than are listed: of a table that not all columns may be seen of. */
  readonly isPartial: boolean
}

/** Columns that a table may have. */
const MAX_COLUMNS = 10_000

/** What may be read of a table: where not all columns may be seen those that may, and of those that may be seen the ones that may be read. */
export async function readableColumns(ask: Ask, from: string): Promise<ReadableColumns> {
  const described = await ask(`DESCRIBE TABLE ${from}`, MAX_COLUMNS).catch(cause => {
    if (isDenied(lineOf(cause))) return undefined
    throw cause
  })
  const { rows } =
    described ??
    (await ask(`SELECT name, type FROM system.columns WHERE ${tableIn(from)} ORDER BY position`, MAX_COLUMNS))
  const columns = await readableInHalves(
    rows.map(([name, type]) => ({ name: name ?? '', type: type ?? '' })),
    async some => {
      const why = await whyNot(ask, from, some)
      if (why !== undefined && !isDenied(why)) throw new Error(why)
      return why ?? some
    },
    (column, denied) => [{ ...column, denied }],
  )
  if (columns.every(({ denied }) => denied !== undefined))
    throw new Error(columns[0]?.denied ?? 'none of its columns may be read')
  return { columns, isPartial: described === undefined }
}

/** Why columns that are not listed may not be read, of those that are there. */
export const deniedAmong = (ask: Ask, from: string, names: readonly string[]): Promise<Columns> =>
  whyDenied(names, async name => {
    const why = await whyNot(ask, from, [{ name }])
    return why !== undefined && isDenied(why) ? why : undefined
  })

const whyNot = (ask: Ask, from: string, columns: readonly { readonly name: string }[]): Promise<string | undefined> =>
  ask(`SELECT ${columns.map(({ name }) => quoted(dialect, name)).join(', ')} FROM ${from} LIMIT 0`, 0).then(
    () => undefined,
    lineOf,
  )

const isDenied = (fault: string): boolean => /^Code: 497\b/.test(fault)
