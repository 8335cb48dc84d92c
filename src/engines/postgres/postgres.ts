import { postgres as dialect } from '../../core/pushdown/dialects/postgres.ts'
import { textLiteral } from '../../core/pushdown/sql.ts'
import { UserError } from '../../core/user-error.ts'
import type { Engine, EngineSession } from '../../ports/engine.ts'
import type { EngineLimits } from '../engine-limits.ts'
import { lineOf } from '../line-of.ts'
import { describeTable, unreadable } from './describe-table.ts'
import { hashing } from './hashing.ts'
import { postgresAddress } from './postgres-address.ts'
import { postgresConnection } from './postgres-connection.ts'
import { readPlan } from './read-plan.ts'
import { refused } from './refused.ts'
import { type Running, runStatement } from './run-statement.ts'

/** The oldest that has all functions that are asked for. */
const OLDEST = 14

/** PostgreSQL, by its own protocol: https://www.postgresql.org/docs/current/protocol.html */
export function postgres(environment: Readonly<Record<string, string | undefined>>, limits: EngineLimits): Engine {
  return {
    async open({ url, table, snapshot: former, asOf }): Promise<EngineSession> {
      if (former !== undefined || asOf !== undefined)
        throw new UserError('engine.snapshot', `Expected no snapshot of ${table}: PostgreSQL keeps no former states`, {
          hint: 'Leave snapshot and as-of out: all statements are asked of one snapshot of now',
        })
      const address = postgresAddress(url, environment)
      const connection = await postgresConnection(address, limits)
      let running: Running | undefined
      const ask = (sql: string, rows: number) => runStatement(connection, { sql, rows })
      try {
        // First, as others know nothing of what is set then.
        const [[version = ''] = []] = await ask(`SELECT current_setting('server_version')`, 1)
        if (!(Number.parseInt(version ?? '', 10) >= OLDEST)) throw tooOld(version)
        const [[process = '', id = '', at = '', names = ''] = []] = await ask(settings(limits), 1)
        if (names === 'SQL_ASCII') throw noEncoding(url)
        const { from, columns } = await describeTable(ask, table)
        // What follows names nothing but tables by their schema, and what PostgreSQL itself brings.
        await ask(`SELECT set_config('search_path', 'pg_catalog', true)`, 1)
        const readable = columns.filter(({ denied }) => denied === undefined).map(({ name }) => name)
        const plan = await readPlan(ask, from, readable).catch(cause => {
          throw /^42501\b/.test(lineOf(cause)) ? unreadable(table, lineOf(cause), cause) : cause
        })
        const foreign = [...new Set(plan?.foreign ?? ['nobody knows where, as its plan cannot be read'])].join(', ')
        let count = 0
        return {
          version: `postgres ${/^[\w.+-]{1,40}/.exec(version ?? '')?.[0] ?? ''}`,
          from,
          isPlain: false,
          isPinned: foreign === '',
          ...(foreign === ''
            ? { snapshot: { id: shortened(id ?? ''), at: at ?? '', isGone: true } }
            : { unpinned: `It is read from elsewhere than the snapshot: ${foreign}` }),
          columns,
          estimate: async (of, asked) => (await readPlan(ask, of, asked))?.estimate,
          async query(statement) {
            const own = `${connection.name}-${++count}`
            const sql = `/* ${own} */ ${statement.sql}`
            const run = () =>
              runStatement(connection, { ...statement, sql }, each => {
                running = each
              })
            const rows = await (statement.ofCombinations ? hashing(ask, run) : run())
            return { rows, id: `${own} of process ${/^\d{1,10}$/.test(process ?? '') ? process : 'unknown'}` }
          },
          cancel: async () => running?.cancel(),
          close: connection.close,
        }
      } catch (cause) {
        await connection.close()
        throw refused(address, cause)
      }
    },
  }
}

/** What statements mean must not depend on the settings of who asks, or of the database. Beside it what is told of the server, and of the snapshot. */
function settings({ seconds }: EngineLimits): string {
  const each = Object.entries({
    statement_timeout: String(seconds * 1000),
    idle_in_transaction_session_timeout: String(seconds * 1000),
    lock_timeout: '60s',
    // A server looks whether there is still somebody who waits.
    client_connection_check_interval: '5s',
    standard_conforming_strings: 'on',
    extra_float_digits: '1',
    TimeZone: 'UTC',
    DateStyle: 'ISO, YMD',
    // Rows that may not be seen are no rows that are not there: that fails.
    row_security: 'off',
    // To compile a statement of many columns takes longer than to look at a few million rows.
    jit_above_cost: '500000',
  }).map(([name, value]) => `set_config(${textLiteral(dialect, name)}, ${textLiteral(dialect, value)}, true)`)
  const told = [
    'CAST(pg_backend_pid() AS text)',
    'CAST(pg_current_snapshot() AS text)',
    `to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    `current_setting('server_encoding')`,
  ]
  return `SELECT ${[...told, ...each].join(', ')}`
}

/** Characters of an id of a snapshot: it names every transaction that was under way. */
const MAX_ID = 200

function shortened(id: string): string {
  if (id.length <= MAX_ID) return id
  const [low = '', high = '', open = ''] = id.split(':')
  return `${low}:${high}:(${open.split(',').length} under way)`
}

const tooOld = (version: string | null): UserError =>
  new UserError('engine.version', `Expected PostgreSQL ${OLDEST} or later but found ${version}`, {
    kind: 'environment',
    hint: 'Measure a copy of the table on a later version, or a file of it',
  })

const noEncoding = (url: string): UserError =>
  new UserError(
    'engine.encoding',
    `Expected a database that knows how its texts are written but found SQL_ASCII (${url})`,
    {
      hint: 'Measure a copy of the table in a database of UTF8',
    },
  )
