import { clickhouse as dialect } from '../../core/pushdown/dialects/clickhouse.ts'
import { quotedTable } from '../../core/pushdown/sql.ts'
import { UserError } from '../../core/user-error.ts'
import type { Engine, EngineSession } from '../../ports/engine.ts'
import type { EngineLimits } from '../engine-limits.ts'
import { lineOf } from '../line-of.ts'
import { clickhouseConnection } from './clickhouse-connection.ts'
import { estimateReading } from './estimate-reading.ts'
import { deniedAmong, readableColumns } from './readable-columns.ts'
import { runStatement } from './run-statement.ts'

/** ClickHouse, by its HTTP interface: https://clickhouse.com/docs/interfaces/http */
export function clickhouse(environment: Readonly<Record<string, string | undefined>>, limits: EngineLimits): Engine {
  return {
    async open({ url, table, maxBytes }): Promise<EngineSession> {
      const within = maxBytes === undefined ? limits : { ...limits, scannedBytes: maxBytes }
      const connection = clickhouseConnection(url, environment, within)
      const from = quotedTable(dialect, table)
      const ask = (sql: string, rows: number) => runStatement(connection, { sql, rows, purpose: 'columns' }, () => {})
      const version = await ask('SELECT version()', 1).catch(cause => {
        if (cause instanceof UserError) throw cause
        throw new UserError(
          'engine.connection',
          `Expected ClickHouse to answer at ${connection.url.origin} but found: ${lineOf(cause)}`,
          {
            kind: 'environment',
            hint: 'Check the address, and that who asks may change settings (readonly = 2)',
            cause,
          },
        )
      })
      const { columns, isPartial } = await readableColumns(ask, from).catch(cause => {
        if (cause instanceof UserError) throw cause
        throw new UserError(
          'engine.table',
          `Expected ${table} to be a table that ClickHouse lets us read but found: ${lineOf(cause)}`,
          { hint: 'Write database.table, and grant SELECT on all its columns', cause },
        )
      })
      return {
        version: `clickhouse ${version.rows[0]?.[0] ?? 'of an unknown version'}`,
        from,
        isPlain: false,
        isPinned: false,
        columns,
        ...(isPartial ? { denied: names => deniedAmong(ask, from, names) } : {}),
        estimate: (of, names) => estimateReading(ask, table, of, names),
        query: (statement, hears) => runStatement(connection, statement, hears),
        close: async () => connection.close(),
      }
    },
  }
}
