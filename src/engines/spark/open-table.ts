import type { EngineTable } from '../../core/pushdown/engine-table.ts'
import { UserError } from '../../core/user-error.ts'
import type { EngineSession } from '../../ports/engine.ts'
import { lineOf } from '../line-of.ts'
import { estimateReading } from './estimate-reading.ts'
import { type Ask, pinTable } from './pin-table.ts'
import { deniedAmong, readableColumns } from './readable-columns.ts'

/** What is known of a table before it is measured, however its Spark is reached; and why a column must not be named, where that is so. */
export async function openTable(
  ask: Ask,
  name: string,
  table: EngineTable,
  unnamed: (column: string) => string | undefined = () => undefined,
): Promise<Omit<EngineSession, 'query' | 'close' | 'cancel'>> {
  // A quote, a backslash and a dollar sign, as our texts have them.
  const probe = await ask("SELECT version(), concat('\\'\\\\', '\\u0024{', 'a'), current_timezone()", 1)
  const [version, read, zone = ''] = probe.rows[0] ?? []
  if (read !== "'\\${a")
    throw new UserError('engine.settings', `Expected ${name} to read escapes in texts but it does not`, {
      kind: 'environment',
      hint: 'Set spark.sql.parser.escapedStringLiterals to false',
    })
  const pinned = await pinTable(ask, table, /^(Etc\/)?UTC$/.test(zone ?? ''))
  const { from } = pinned
  const { columns, isPartial } = await readableColumns(ask, { table: table.table, from, unnamed }).catch(cause => {
    if (cause instanceof UserError) throw cause
    if (table.snapshot !== undefined || table.asOf !== undefined)
      throw new UserError(
        'engine.snapshot',
        `Expected ${table.table} to have the snapshot ${pinned.snapshot?.id} but found: ${lineOf(cause)}`,
        { hint: 'Look at the snapshots that the table has, or leave snapshot and as-of out', cause },
      )
    throw new UserError(
      'engine.table',
      `Expected ${table.table} to be a table that ${name} lets us read but found: ${lineOf(cause)}`,
      { hint: 'Write catalog.schema.table, and grant SELECT on it', cause },
    )
  })
  return {
    version: `${name.toLowerCase()} ${version?.split(' ')[0] ?? 'of an unknown version'}`,
    ...pinned,
    isPlain: false,
    columns,
    ...(isPartial ? { denied: names => deniedAmong(ask, from, names) } : {}),
    estimate: (of, names) => estimateReading(ask, of, names),
  }
}
