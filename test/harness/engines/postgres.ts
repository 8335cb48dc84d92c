import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import postgres from 'postgres'
import { freePort } from '../runner/free-port.ts'

/** A PostgreSQL of the test's own, on loopback. */
export interface PostgresServer {
  readonly url: string
  readonly port: number
  readonly version: string
  /** The folder of its settings. */
  readonly data: string
  /** Asks it as its superuser: the rows, as arrays of texts. */
  run(sql: string): Promise<(string | null)[][]>
  /** The same in another of its databases, until that is ended. */
  in(database: string): { run(sql: string): Promise<(string | null)[][]>; end(): Promise<void> }
  /** Makes a table of what a Parquet file holds. */
  load(parquet: string, table: string): Promise<void>
  /** What it has written to its log. */
  log(): string
  /** Reads its settings again. */
  reload(): void
  /** Ends all its processes at once. */
  kill(): Promise<void>
  stop(): Promise<void>
}

const CACHE = process.env.PROOFMARK_POSTGRES ?? (process.getuid?.() === 0 ? '/var/cache' : join(homedir(), '.cache'))
const PLACES = process.env.PROOFMARK_POSTGRES ? [CACHE] : ['/', join(CACHE, 'proofmark-postgres')]
/** Who asks for everything in the tests. */
const OWNER = 'proofmark'
/** PostgreSQL does not run as root: as nobody then. */
const AS = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

/** Starts what is installed, or what `scripts/get-postgres.sh` has fetched. */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<PostgresServer> {
  const { bin, root } = programs()
  const libraries = [join(root, 'usr/lib/x86_64-linux-gnu'), join(root, 'usr/lib/aarch64-linux-gnu')].join(':')
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', ...(root === '/' ? {} : { LD_LIBRARY_PATH: libraries }) }
  const folder = mkdtempSync(join(tmpdir(), 'proofmark-postgres-'))
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (AS.uid !== undefined) for (const each of [folder, data]) chownSync(each, AS.uid, AS.gid)
  // A collation that is not that of bytes, as most databases have one.
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', OWNER, '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale-provider=icu', '--icu-locale=en-US'],
    { env, cwd: folder, ...AS, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb has failed: ${made.stderr}`)
  const port = await freePort()
  const all = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'off',
    max_connections: '20',
    // As some have it set: what is measured must not depend on it.
    extra_float_digits: '-2',
    timezone: 'America/New_York',
    datestyle: 'German, DMY',
    ...settings,
  }
  const child: ChildProcess = spawn(
    join(bin, 'postgres'),
    ['-D', data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { env, cwd: folder, ...AS, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let log = ''
  child.stderr?.on('data', piece => {
    log += piece
  })
  const url = `postgres://127.0.0.1:${port}/postgres`
  const sql = postgres({
    host: folder,
    port,
    user: OWNER,
    database: 'postgres',
    max: 2,
    fetch_types: false,
    onnotice: () => {},
  })
  const server: PostgresServer = {
    url,
    port,
    version: await ready(),
    data,
    run: text => asRows(sql.unsafe(text)),
    in(database) {
      const other = postgres({
        host: folder,
        port,
        user: OWNER,
        database,
        max: 1,
        fetch_types: false,
        onnotice: () => {},
      })
      return { run: text => asRows(other.unsafe(text)), end: () => other.end() }
    },
    async load(parquet, table) {
      const { columns, csv } = await asCsv(parquet)
      await sql.unsafe(`CREATE TABLE ${table} (${columns.join(', ')})`)
      const writable = await sql.unsafe(`COPY ${table} FROM STDIN (FORMAT csv, NULL '\\N')`).writable()
      await pipeline(createReadStream(csv), writable)
      rmSync(csv)
    },
    log: () => log,
    reload: () => void child.kill('SIGHUP'),
    async kill() {
      await ended('SIGQUIT')
    },
    async stop() {
      await sql.end({ timeout: 1 })
      await ended('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return server

  async function ready(): Promise<string> {
    for (let tried = 0; ; tried++) {
      try {
        const [row] = await sql`SHOW server_version`
        return String(row?.server_version)
      } catch (cause) {
        if (child.exitCode !== null || tried === 4800) throw new Error(`It has not started: ${log}`, { cause })
        await new Promise(resolve => setTimeout(resolve, 50))
      }
    }
  }

  async function ended(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
}

async function asRows(query: postgres.PendingQuery<postgres.Row[]>): Promise<(string | null)[][]> {
  const rows = await query.raw()
  return rows.map(row => row.map(cell => (cell === null ? null : cell.toString())))
}

function programs(): { readonly bin: string; readonly root: string } {
  for (const root of PLACES) {
    const folder = join(root, 'usr/lib/postgresql')
    const versions = existsSync(folder) ? readdirSync(folder).sort((a, b) => Number(b) - Number(a)) : []
    const version = versions.find(each => existsSync(join(folder, each, 'bin/postgres')))
    if (version !== undefined) return { bin: join(folder, version, 'bin'), root }
  }
  throw new Error('There is no PostgreSQL: run scripts/get-postgres.sh')
}

/** What PostgreSQL calls the types that DuckDB has. */
const TYPES: Readonly<Record<string, string>> = {
  TINYINT: 'smallint',
  UBIGINT: 'numeric(20,0)',
  HUGEINT: 'numeric(38,0)',
  DOUBLE: 'double precision',
  FLOAT: 'real',
  VARCHAR: 'text',
}

/** A Parquet file as CSV, in which only what is null is not quoted; and its columns with the types of PostgreSQL. */
async function asCsv(parquet: string) {
  const csv = `${parquet}.csv`
  const database = await DuckDBInstance.create(':memory:')
  const connection = await database.connect()
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet('${parquet}')`)
  await connection.run(
    `COPY (SELECT * FROM read_parquet('${parquet}')) TO '${csv}' (FORMAT csv, HEADER false, NULLSTR '\\N', FORCE_QUOTE *)`,
  )
  connection.closeSync()
  database.closeSync()
  const columns = described
    .getRowsJson()
    .map(([name, type]) => `"${String(name).replaceAll('"', '""')}" ${TYPES[String(type)] ?? String(type)}`)
  return { columns, csv }
}

/** Writes settings that only a file can have, and reads them. */
export function writeSettings(server: PostgresServer, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(server.data, name)
    writeFileSync(path, text, { mode: 0o600 })
    if (AS.uid !== undefined) chownSync(path, AS.uid, AS.gid)
  }
  server.reload()
}
