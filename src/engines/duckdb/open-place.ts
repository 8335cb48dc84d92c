import { stat } from 'node:fs/promises'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { duckdb as dialect } from '../../core/pushdown/dialects/duckdb.ts'
import type { EngineTable } from '../../core/pushdown/engine-table.ts'
import { quotedTable, textLiteral } from '../../core/pushdown/sql.ts'
import { UserError } from '../../core/user-error.ts'
import { findFile, type Whereabouts } from '../../files/find-file.ts'
import { refuseLinkOutside } from '../../files/locate.ts'
import { regularFile } from '../../files/regular-file.ts'
import { lineOf } from '../line-of.ts'
import { lakeFolder } from './lake-folder.ts'

/** What a table of DuckDB is: in a database, a file, or a folder of a lake. */
export interface OpenPlace {
  readonly instance: DuckDBInstance
  readonly connection: DuckDBConnection
  readonly from: string
  readonly snapshot?: { readonly id: string; readonly at?: string }
  /** The Parquet file that it is. */
  readonly parquet?: string
  /** Whether it is in a database, which keeps what one transaction sees. */
  readonly isKept: boolean
  /** Whether a file that it is read from has been replaced since. */
  hasChanged(): Promise<boolean>
}

/** A table that is a file: `train.parquet`, of which DuckDB reads what it knows. */
const FILE = /\.(parquet|csv)$/i

/** Opens where a table is: it may read that, and nothing else, and no setting may be changed after. */
export async function openPlace(
  api: typeof import('@duckdb/node-api'),
  here: Whereabouts,
  table: EngineTable,
  { memory, extensions }: { readonly memory: string; readonly extensions: string | undefined },
): Promise<OpenPlace> {
  const { url } = table
  const located = await findFile(here, url)
  const isFolder = await stat(located.absolute).then(
    found => found.isDirectory(),
    () => false,
  )
  if (isFolder) await refuseLinkOutside(here.root, located)
  else await regularFile(here.root, located)
  const lake = isFolder ? await lakeFolder(located.absolute, table) : undefined
  if (isFolder && !lake)
    throw new UserError(
      'engine.table',
      `Expected ${url} to be a table of Delta Lake or Iceberg but found neither _delta_log nor metadata in it`,
      {
        hint: 'Name the folder of the table, or a file',
      },
    )
  if (!lake && (table.snapshot !== undefined || table.asOf !== undefined))
    throw new UserError('engine.snapshot', `Expected snapshots of ${url} but found a table that keeps none`, {
      hint: 'Leave snapshot and as-of out',
    })
  const isFile = FILE.test(url)
  const isKept = !isFile && !lake
  const instance = await api.DuckDBInstance.create(isKept ? located.absolute : ':memory:', {
    ...(isKept ? { access_mode: 'READ_ONLY' } : {}),
    memory_limit: memory,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(extensions === undefined ? {} : { extension_directory: extensions }),
  }).catch(cause => {
    throw unreadable(url, cause)
  })
  const connection = await instance.connect()
  try {
    for (const name of lake?.extensions ?? [])
      await connection.run(`LOAD ${name}`).catch(cause => {
        throw noExtension(name, cause)
      })
    if (lake) await connection.run(`SET allowed_directories = [${textLiteral(dialect, located.absolute)}]`)
    // A moment is shown in the zone of the machine else.
    await connection.run("SET TimeZone = 'UTC'")
    if (!isFile) await connection.run('SET enable_external_access = false')
    await connection.run('SET lock_configuration = true')
    // One snapshot for all statements.
    await connection.run('BEGIN TRANSACTION READ ONLY')
  } catch (cause) {
    connection.closeSync()
    instance.closeSync()
    throw cause
  }
  const identity = async () => {
    if (!isFile) return ''
    const { size, mtimeMs, ino } = await stat(located.absolute)
    return [size, mtimeMs, ino].join(' ')
  }
  const before = await identity()
  return {
    instance,
    connection,
    from:
      lake?.from ??
      (isFile ? `read_parquet(${textLiteral(dialect, located.absolute)})` : quotedTable(dialect, table.table)),
    ...(lake ? { snapshot: lake.snapshot } : {}),
    ...(/\.parquet$/i.test(url) ? { parquet: located.absolute } : {}),
    isKept,
    hasChanged: async () => (await identity()) !== before,
  }
}

/** What cannot be read as a table. */
export const unreadable = (name: string, cause: unknown): UserError =>
  new UserError('engine.table', `Expected ${name} to be a table that DuckDB can read but found: ${lineOf(cause)}`, {
    hint: 'Look at the path and the name of the table',
    cause,
  })

const noExtension = (name: string, cause: unknown): UserError =>
  new UserError('engine.duckdb', `Expected DuckDB to have its extension ${name} but found: ${lineOf(cause)}`, {
    kind: 'environment',
    hint: `Run 'INSTALL ${name}' in a DuckDB of the same version before, or name the folder that holds it in PROOFMARK_DUCKDB_EXTENSIONS`,
    cause,
  })
