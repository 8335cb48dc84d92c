import type { Engine, EngineSession } from '../../ports/engine.ts'
import type { EngineLimits } from '../engine-limits.ts'
import { openTable } from './open-table.ts'
import { runStatement } from './run-statement.ts'
import { closeSession, openSession } from './session.ts'
import { type SparkConnection, sparkConnection } from './spark-connection.ts'

/** Which files a table has a session looks up once, and then it reads by what it knows, whatever is there. */
async function askedAnew(connection: SparkConnection, ...[statement, hears]: Parameters<EngineSession['query']>) {
  const session = await openSession(connection)
  try {
    return await runStatement(session, statement, hears)
  } finally {
    await closeSession(session)
  }
}

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
            statement.anew ? askedAnew(connection, statement, hears) : runStatement(session, statement, hears),
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
