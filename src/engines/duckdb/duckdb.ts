import { createRequire } from 'node:module'
import { join } from 'node:path'
import { UserError } from '../../core/user-error.ts'
import type { Whereabouts } from '../../files/find-file.ts'
import type { Engine } from '../../ports/engine.ts'
import type { EngineLimits } from '../engine-limits.ts'
import { estimateReading } from './estimate-reading.ts'
import { openPlace, unreadable } from './open-place.ts'

/** DuckDB, in this process, from the user's own `@duckdb/node-api`: a database, a file, or a table of a lake, opened for reading only. */
export function duckdb(
  here: Whereabouts,
  limits: EngineLimits,
  { PROOFMARK_DUCKDB_EXTENSIONS: extensions }: Readonly<Record<string, string | undefined>> = {},
): Engine {
  return {
    async open(table) {
      const { url } = table
      const place = await openPlace(await load(here.root), here, table, {
        memory: limits.memory,
        extensions: extensions || undefined,
      })
      const { connection, instance, from, snapshot, parquet, isKept } = place
      const close = async () => {
        connection.interrupt()
        connection.closeSync()
        instance.closeSync()
      }
      try {
        const version = await connection.runAndReadAll('SELECT version()')
        const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`).catch(cause => {
          throw unreadable(`${url} (${table.table})`, cause)
        })
        const isPlain =
          isKept &&
          (await connection.run(`SELECT rowid FROM ${from} LIMIT 0`).then(
            () => true,
            () => false,
          ))
        return {
          version: `duckdb ${String(version.getRowsJson()[0]?.[0])}`,
          from,
          isPlain,
          isPinned: true,
          ...(snapshot === undefined ? {} : { snapshot }),
          columns: described.getRowsJson().map(([name, type]) => ({ name: String(name), type: String(type) })),
          estimate: (from, names) => estimateReading(connection, from, names, parquet),
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
              if (await place.hasChanged()) throw changed(url)
              return { rows: found.getRowsJson().map(row => row.map(cell => (cell === null ? null : String(cell)))) }
            } catch (cause) {
              throw late ? new Error(`it took more than ${limits.seconds} s`, { cause }) : cause
            } finally {
              clearTimeout(timer)
              clearInterval(watch)
            }
          },
          cancel: async () => connection.interrupt(),
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

const changed = (url: string): UserError =>
  new UserError(
    'engine.changed',
    `Expected ${url} to stay as it is while it is measured but found another file later`,
    {
      kind: 'environment',
      hint: 'Measure it when nobody writes',
    },
  )
