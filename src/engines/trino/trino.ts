import { trino as dialect } from '../../core/pushdown/dialects/trino.ts'
import { quotedTable } from '../../core/pushdown/sql.ts'
import { UserError } from '../../core/user-error.ts'
import type { Engine, EngineSession } from '../../ports/engine.ts'
import type { EngineLimits } from '../engine-limits.ts'
import { lineOf } from '../line-of.ts'
import { runStatement } from './run-statement.ts'
import { trinoConnection } from './trino-connection.ts'

/** Trino, by its statement protocol: https://trino.io/docs/current/develop/client-protocol.html */
export function trino(environment: Readonly<Record<string, string | undefined>>, limits: EngineLimits): Engine {
  return {
    async open({ url, table }): Promise<EngineSession> {
      const connection = trinoConnection(url, environment, limits)
      const from = quotedTable(dialect, table)
      const ask = (sql: string, rows: number) => runStatement(connection, { sql, rows, purpose: 'columns' }, () => {})
      const version = await ask('SELECT node_version FROM system.runtime.nodes WHERE coordinator', 1)
      const { columns } = await ask(`SELECT * FROM ${from} LIMIT 0`, 0).catch(cause => {
        if (cause instanceof UserError) throw cause
        throw new UserError(
          'engine.table',
          `Expected ${table} to be a table that Trino lets us read but found: ${lineOf(cause)}`,
          {
            hint: 'Write catalog.schema.table, and grant SELECT on all its columns',
            cause,
          },
        )
      })
      return {
        version: `trino ${version.rows[0]?.[0] ?? 'of an unknown version'}`,
        from,
        isPlain: false,
        isPinned: false,
        columns,
        query: (statement, hears) => runStatement(connection, statement, hears),
        close: async () => connection.close(),
      }
    },
  }
}
