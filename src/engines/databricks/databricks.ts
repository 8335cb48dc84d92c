import type { Engine, EngineSession } from '../../ports/engine.ts'
import type { EngineLimits } from '../engine-limits.ts'
import { openTable } from '../spark/open-table.ts'
import { databricksConnection } from './databricks-connection.ts'
import { runStatement } from './run-statement.ts'

/** Databricks, by its SQL statement API: https://docs.databricks.com/api/workspace/statementexecution */
export function databricks(environment: Readonly<Record<string, string | undefined>>, limits: EngineLimits): Engine {
  return {
    async open(table): Promise<EngineSession> {
      const connection = databricksConnection(table.url, environment, limits)
      const ask = (sql: string, rows: number) => runStatement(connection, { sql, rows, purpose: 'columns' }, () => {})
      const unnamed = (column: string) => (column.includes(VARIABLE) ? REPLACED : undefined)
      return {
        ...(await openTable(ask, 'Databricks', table, unnamed)),
        query: (statement, hears) => runStatement(connection, statement, hears),
        close: async () => connection.end(),
      }
    },
  }
}

/** Substitution of variables cannot be turned off there. */
const VARIABLE = '${'
const REPLACED = `its name holds '${VARIABLE}', in place of which Databricks may read something else`
