import { createRequire } from 'node:module'
import { join } from 'node:path'
import { duckdb as dialect } from '../../core/pushdown/dialects/duckdb.ts'
import { quotedTable, textLiteral } from '../../core/pushdown/sql.ts'
import { UserError } from '../../core/user-error.ts'
import { findFile, type Whereabouts } from '../../files/find-file.ts'
import { regularFile } from '../../files/regular-file.ts'
import type { Engine } from '../../ports/engine.ts'
import type { EngineLimits } from '../engine-limits.ts'
import { lineOf } from '../line-of.ts'
import { estimateReading } from './estimate-reading.ts'

/** A table that is a file: `train.parquet`, of which DuckDB reads what it knows. */
const FILE = /\.(parquet|csv)$/i

/** DuckDB, in this process: a database file, opened for reading only, from the user's own `@duckdb/node-api`. */
export function duckdb(here: Whereabouts, limits: EngineLimits): Engine {
  return {
    async open({ url, table }) {
      const { DuckDBInstance } = await load(here.root)
      const located = await findFile(here, url)
      await regularFile(here.root, located)
      const isFile = FILE.test(url)
      const instance = await DuckDBInstance.create(isFile ? ':memory:' : located.absolute, {
        ...(isFile ? {} : { access_mode: 'READ_ONLY' }),
        memory_limit: limits.memory,
        autoinstall_known_extensions: 'false',
        autoload_known_extensions: 'false',
      }).catch(cause => {
        throw unreadable(url, cause)
      })
      const connection = await instance.connect()
      const close = async () => {
        connection.interrupt()
        connection.closeSync()
        instance.closeSync()
      }
      try {
        const from = isFile ? `read_parquet(${textLiteral(dialect, located.absolute)})` : quotedTable(dialect, table)
        if (!isFile) await connection.run('SET enable_external_access = false')
        await connection.run('SET lock_configuration = true')
        // One snapshot for all statements.
        await connection.run('BEGIN TRANSACTION READ ONLY')
        const version = await connection.runAndReadAll('SELECT version()')
        const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`).catch(cause => {
          throw unreadable(`${url} (${table})`, cause)
        })
        const isPlain =
          !isFile &&
          (await connection.run(`SELECT rowid FROM ${from} LIMIT 0`).then(
            () => true,
            () => false,
          ))
        return {
          version: `duckdb ${String(version.getRowsJson()[0]?.[0])}`,
          from,
          isPlain,
          isPinned: true,
          columns: described.getRowsJson().map(([name, type]) => ({ name: String(name), type: String(type) })),
          estimate: (from, names) =>
            estimateReading(connection, from, names, /\.parquet$/i.test(url) ? located.absolute : undefined),
          async query({ sql, rows }, hears) {
            let late = false
            const timer = setTimeout(() => {
              late = true
              connection.interrupt()
            }, limits.seconds * 1000)
            const watch = setInterval(() => hears({ share: Math.max(0, connection.progress.percentage) / 100 }), 1000)
            try {
              const found = await connection.streamAndReadUntil(sql, rows)
              if (!found.done && found.currentRowCount > rows) throw new Error(`more than ${rows} rows`)
              return { rows: found.getRowsJson().map(row => row.map(cell => (cell === null ? null : String(cell)))) }
            } catch (cause) {
              throw late ? new Error(`it took more than ${limits.seconds} s`, { cause }) : cause
            } finally {
              clearTimeout(timer)
              clearInterval(watch)
            }
          },
          close,
        }
      } catch (cause) {
        await close()
        throw cause
      }
    },
  }
}

const NAME = '@duckdb/node-api'

/** From the folder of the settings, else from where Proofmark itself stands. */
async function load(root: string): Promise<typeof import('@duckdb/node-api')> {
  for (const place of [join(root, 'package.json'), import.meta.url]) {
    const path = resolved(createRequire(place))
    if (path !== undefined) return createRequire(place)(path)
  }
  throw new UserError('engine.duckdb', `Expected the package ${NAME} to be installed but found none`, {
    kind: 'environment',
    hint: `Run 'npm install --no-save ${NAME}@1.5' in the folder of the settings before`,
  })
}

function resolved(require: NodeJS.Require): string | undefined {
  try {
    return require.resolve(NAME)
  } catch {
    return undefined
  }
}

const unreadable = (name: string, cause: unknown): UserError =>
  new UserError('engine.table', `Expected ${name} to be a table that DuckDB can read but found: ${lineOf(cause)}`, {
    hint: 'Look at the path and the name of the table',
    cause,
  })
