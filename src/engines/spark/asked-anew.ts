import type { Statement } from '../../core/pushdown/statement.ts'
import type { EngineProgress } from '../../ports/engine.ts'
import { runStatement } from './run-statement.ts'
import { closeSession, openSession, SEMANTICS, type SparkSession } from './session.ts'

/** Two names of one zone: by the second a session is told from others. */
const ZONE = 'spark.sql.session.timeZone'
const MARK = 'Etc/UTC'

/**
 * Sends a statement in a session of its own. Which files a table has a session looks up once, and then it reads by what it knows, whatever is there. A
 * server may give everybody the same session: there is no looking anew then.
 */
export async function askedAnew(known: SparkSession, statement: Statement, hears: (progress: EngineProgress) => void) {
  const session = await openSession(known, { ...SEMANTICS, [ZONE]: MARK })
  try {
    const zone = await runStatement(known, { sql: 'SELECT current_timezone()', rows: 1, purpose: 'session' }, () => {})
    if (zone.rows[0]?.[0] === MARK)
      throw new Error(
        'whether files have changed it cannot tell, as all of its sessions are one: set spark.sql.hive.thriftServer.singleSession to false',
      )
    return await runStatement(session, statement, hears)
  } finally {
    await closeSession(session)
  }
}
