import { UserError } from '../../core/user-error.ts'
import type { Engine, EngineSession } from '../../ports/engine.ts'
import type { EngineLimits } from '../engine-limits.ts'
import { lineOf } from '../line-of.ts'
import { estimateReading } from './estimate-reading.ts'
import { pinTable } from './pin-table.ts'
import { deniedAmong, readableColumns } from './readable-columns.ts'
import { runStatement } from './run-statement.ts'
import { trinoConnection } from './trino-connection.ts'

/** Trino, by its statement protocol: https://trino.io/docs/current/develop/client-protocol.html */
export function trino(environment: Readonly<Record<string, string | undefined>>, limits: EngineLimits): Engine {
  return {
    async open(table): Promise<EngineSession> {
      const connection = trinoConnection(table.url, environment, limits)
      const ask = (sql: string, rows: number) => runStatement(connection, { sql, rows, purpose: 'columns' }, () => {})
      const version = await ask('SELECT node_version FROM system.runtime.nodes WHERE coordinator', 1)
      const pinned = await pinTable(ask, table)
      const { columns, isPartial } = await readableColumns(ask, pinned.from, table.table).catch(cause => {
        if (cause instanceof UserError) throw cause
        if (table.snapshot !== undefined || table.asOf !== undefined)
          throw new UserError(
            'engine.snapshot',
            `Expected ${table.table} to have the snapshot ${pinned.snapshot?.id} but found: ${lineOf(cause)}`,
            {
              hint: 'Look at the snapshots that the table has, or leave snapshot and as-of out',
              cause,
            },
          )
        throw new UserError(
          'engine.table',
          `Expected ${table.table} to be a table that Trino lets us read but found: ${lineOf(cause)}`,
          {
            hint: 'Write catalog.schema.table, and grant SELECT on all its columns',
            cause,
          },
        )
      })
      return {
        version: `trino ${version.rows[0]?.[0] ?? 'of an unknown version'}`,
        ...pinned,
        isPlain: false,
        columns,
        ...(isPartial ? { denied: names => deniedAmong(ask, pinned.from, names) } : {}),
        estimate: (from, names) => estimateReading(ask, from, names),
        query: (statement, hears) => runStatement(connection, statement, hears),
        close: async () => connection.close(),
      }
    },
  }
}
