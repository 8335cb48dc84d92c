import type { Engine, EngineSession } from '../../ports/engine.ts'
import type { EngineLimits } from '../engine-limits.ts'
import { askedAnew } from './asked-anew.ts'
import { openTable } from './open-table.ts'
import { runStatement } from './run-statement.ts'
import { closeSession, openSession } from './session.ts'
import { sparkConnection } from './spark-connection.ts'

/**
 * Spark, by its Thrift server in HTTP mode (HiveServer2's interface, TCLIService.thrift):
 * https://spark.apache.org/docs/latest/sql-distributed-sql-engine.html
 */
export function spark(environment: Readonly<Record<string, string | undefined>>, limits: EngineLimits): Engine {
  return {
    async open(table): Promise<EngineSession> {
      const connection = sparkConnection(table.url, environment, limits)
      const session = await openSession(connection)
      const close = async () => {
        connection.end()
        await closeSession(session)
      }
      try {
        const ask = (sql: string, rows: number) => runStatement(session, { sql, rows, purpose: 'columns' }, () => {})
        return {
          ...(await openTable(ask, 'Spark', table)),
          query: (statement, hears) =>
            statement.anew ? askedAnew(session, statement, hears) : runStatement(session, statement, hears),
          cancel: async () => connection.end(),
          close,
        }
      } catch (cause) {
        await close()
        throw cause
      }
    },
  }
}
