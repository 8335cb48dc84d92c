import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { clickhouse } from '../src/engines/clickhouse/clickhouse.ts'
import { duckdb } from '../src/engines/duckdb/duckdb.ts'
import { USUAL_ENGINE } from '../src/engines/engine-limits.ts'
import { engineTables } from '../src/engines/engine-tables.ts'
import { postgres } from '../src/engines/postgres/postgres.ts'
import type { Engine } from '../src/ports/engine.ts'
import { localTables } from '../src/tables/local-tables.ts'
import { startClickhouse } from '../test/harness/engines/clickhouse.ts'
import { judged } from '../test/harness/engines/judged.ts'
import { startPostgres } from '../test/harness/engines/postgres.ts'

/**
 * Validates a table of 20 columns where it is, and as a Parquet file of it: the verdicts must be equal. Beside it the engine's own bare scan:
 * count, least and greatest of every column, and a hash of every cell. `node bench/pushdown.ts [rows] [engine]`: 20 million rows in duckdb
 * unless given; a server of postgres or clickhouse is started for it. `SQL=1` shows the statements.
 */
const rows = Number(process.argv[2] ?? 20_000_000)
const engine = process.argv[3] ?? 'duckdb'
const folder = mkdtempSync(join(tmpdir(), 'proofmark-bench-pushdown-'))
const columns = [
  'i AS id',
  ...Array.from({ length: 8 }, (_, k) => `(hash(i * 17 + ${k}) % 1000000) / 100.0 + ${k} AS x${k}`),
  ...Array.from({ length: 4 }, (_, k) => `(hash(i * 19 + ${k}) % 90000)::INTEGER AS n${k}`),
  ...Array.from({ length: 3 }, (_, k) => `'c' || (hash(i * 23 + ${k}) % 30) AS c${k}`),
  'i % 3 = 0 AS flag',
  "DATE '2024-01-01' + (hash(i) % 700)::INTEGER AS day",
  "TIMESTAMP '2024-01-01' + to_seconds((hash(i * 29) % 60000000)::BIGINT) AS at",
  "'r' || i AS ref",
]
const names = columns.map(column => column.split(' AS ').at(-1) ?? '')
const typeOf = (name: string) =>
  /^(id|n\d)$/.test(name)
    ? 'integer'
    : /^x/.test(name)
      ? 'number'
      : ({ flag: 'boolean', day: 'date', at: 'timestamp' }[name] ?? 'string')
const contract = {
  name: 'bench.odcs.yaml',
  text: JSON.stringify({
    apiVersion: 'v3.1.0',
    kind: 'DataContract',
    id: 'bench',
    version: '1.0.0',
    status: 'active',
    schema: [
      {
        name: 'bench',
        properties: names.map(name => ({
          name,
          logicalType: typeOf(name),
          required: true,
          ...(name === 'id' ? { primaryKey: true } : {}),
          ...(/^[xn]\d/.test(name) ? { logicalTypeOptions: { minimum: 0, maximum: 100_000 } } : {}),
        })),
      },
    ],
  }),
}

let bytes = 0
const counted = (engine: Engine): Engine => ({
  async open(table) {
    const session = await engine.open(table)
    return {
      ...session,
      async query(statement, hears) {
        const start = clock()
        const answer = await session.query(statement, hears)
        const size = JSON.stringify(answer.rows).length
        bytes += size
        console.log(`  ${told(clock(start))}, ${(size / 1e6).toFixed(2)} MB: ${statement.purpose.slice(0, 90)}`)
        if (process.env.SQL) console.log(statement.sql.slice(0, 3000))
        return answer
      },
    }
  },
})
const tables = engineTables(localTables(folder), {
  engines: {
    duckdb: async () => counted(duckdb({ root: folder }, USUAL_ENGINE)),
    trino: () => Promise.reject(new Error('not measured here')),
    clickhouse: async () => counted(clickhouse({}, USUAL_ENGINE)),
    postgres: async () => counted(postgres({}, USUAL_ENGINE)),
    spark: () => Promise.reject(new Error('not measured here')),
    databricks: () => Promise.reject(new Error('not measured here')),
  },
  progress: () => {},
})

/** Seconds on the clock, and of the processor where the engine is in this process: others may be at work on the machine. */
interface Time {
  readonly wall: number
  readonly cpu: number
}
function clock(since: Time = { wall: 0, cpu: 0 }): Time {
  const { user, system } = process.cpuUsage()
  return { wall: performance.now() / 1e3 - since.wall, cpu: (user + system) / 1e6 - since.cpu }
}
const told = ({ wall, cpu }: Time) => `${wall.toFixed(2)} s (processor ${cpu.toFixed(2)} s)`

const database = await DuckDBInstance.create(join(folder, 'bench.duckdb'), { memory_limit: USUAL_ENGINE.memory })
const connection = await database.connect()
await connection.run(`CREATE TABLE bench AS SELECT ${columns.join(', ')} FROM range(1, ${rows + 1}) r(i)`)
const parquet = join(folder, 'bench.parquet')
await connection.run(`COPY bench TO '${parquet}' (FORMAT parquet)`)
await connection.run('CHECKPOINT')
connection.closeSync()
database.closeSync()

/** A side of the comparison: where the table is, how a bare statement is run, and a hash of a cell. */
interface Side {
  readonly address: string
  run(sql: string): Promise<unknown>
  hash(name: string): string
  stop(): Promise<void>
}
const SIDES: Readonly<Record<string, () => Promise<Side>>> = {
  duckdb: async () => ({
    address: 'duckdb:bench.duckdb?table=bench&key=id',
    hash: name => `bit_xor(hash(${name}))`,
    // From the file, as a measurement is.
    async run(sql) {
      const options = { access_mode: 'READ_ONLY', memory_limit: USUAL_ENGINE.memory }
      const opened = await DuckDBInstance.create(join(folder, 'bench.duckdb'), options)
      const asked = await opened.connect()
      await asked.runAndReadAll(sql)
      asked.closeSync()
      opened.closeSync()
    },
    stop: async () => {},
  }),
  async postgres() {
    const server = await startPostgres({ shared_buffers: '512MB', max_wal_size: '4GB', work_mem: '64MB' })
    await server.load(parquet, 'bench')
    await server.run('VACUUM ANALYZE bench')
    return {
      address: `postgres:${server.url}?table=bench&key=id`,
      hash: name => `bit_xor(hash_record_extended(ROW(${name}), 0))`,
      run: server.run,
      stop: server.stop,
    }
  },
  async clickhouse() {
    const server = await startClickhouse()
    await server.run(
      `CREATE TABLE bench ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM file('${parquet}', Parquet)`,
    )
    return {
      address: `clickhouse:${server.url}?table=bench&key=id`,
      hash: name => `groupBitXor(cityHash64(${name}))`,
      run: server.run,
      stop: server.kill,
    }
  },
}
const start = SIDES[engine]
if (!start) throw new Error(`There is no side for ${engine}: ${Object.keys(SIDES).join(', ')}`)
const side = await start()

/** Of three runs the fastest. */
async function scanned(each: (name: string) => string): Promise<Time> {
  const sql = `SELECT ${names.map(name => each(`"${name}"`)).join(', ')} FROM bench`
  const times: Time[] = []
  for (let run = 0; run < 3; run++) {
    const begin = clock()
    await side.run(sql)
    times.push(clock(begin))
  }
  return times.reduce((least, time) => (time.wall < least.wall ? time : least))
}
// Of truths PostgreSQL has no least.
const extremes = (name: string) => (name === '"flag"' ? `count(${name})` : `count(${name}), min(${name}), max(${name})`)
const bare = await scanned(extremes)
const hashed = await scanned(side.hash)

let begin = clock()
const there = await judged(tables, side.address, contract)
const took = clock(begin)
begin = clock()
const here = await judged(tables, 'bench.parquet', contract)
const beside = (scan: Time) => ({ wall: took.wall / scan.wall, cpu: took.cpu / scan.cpu })
console.log({
  rows,
  columns: names.length,
  'bare scan: count, least, greatest of every column': told(bare),
  'bare scan: hash of every cell': told(hashed),
  'where it is': told(took),
  'ratio to counts and extremes': beside(bare),
  'ratio to hashes': beside(hashed),
  'MB that travelled': bytes / 1e6,
  'the file here': told(clock(begin)),
  'verdicts equal': there.checks.every(
    ({ id, status }, i) => here.checks[i]?.id === id && here.checks[i]?.status === status,
  ),
  'profiles equal': JSON.stringify(there.columns) === JSON.stringify(here.columns),
  open: there.checks.filter(({ status }) => status === 'inconclusive').map(({ id, reason }) => `${id}: ${reason}`),
  failed: there.checks.filter(({ status }) => status === 'fail').map(({ id }) => id),
})
await side.stop()
rmSync(folder, { recursive: true })
