import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { duckdb } from '../src/engines/duckdb/duckdb.ts'
import { USUAL_ENGINE } from '../src/engines/engine-limits.ts'
import { engineTables } from '../src/engines/engine-tables.ts'
import { spark } from '../src/engines/spark/spark.ts'
import type { Engine } from '../src/ports/engine.ts'
import { localTables } from '../src/tables/local-tables.ts'
import { judged } from '../test/harness/engines/judged.ts'
import { startSpark } from '../test/harness/engines/spark.ts'

/**
 * Validates a table of 20 columns where it is, in DuckDB, and as a Parquet file of it: the verdicts must be equal. Beside it the engine's
 * own bare scan: count, least and greatest of every column, and a hash of every cell. `node bench/pushdown.ts [rows] [spark]`, 20 million unless
 * given; with `spark` the same in a Spark of this machine.
 */
const rows = Number(process.argv[2] ?? 20_000_000)
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
    clickhouse: () => Promise.reject(new Error('not measured here')),
    spark: async () => counted(spark({}, USUAL_ENGINE)),
    databricks: () => Promise.reject(new Error('not measured here')),
  },
  progress: () => {},
})

/** Seconds on the clock, and of the processor: others may be at work on the machine. */
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
await connection.run(`COPY bench TO '${join(folder, 'bench.parquet')}' (FORMAT parquet)`)
await connection.run('CHECKPOINT')
connection.closeSync()
database.closeSync()

/** Of three runs the fastest, each from the file, as a measurement is. */
async function scanned(each: (name: string) => string): Promise<Time> {
  const sql = `SELECT ${names.map(name => each(`"${name}"`)).join(', ')} FROM bench`
  const times: Time[] = []
  for (let run = 0; run < 3; run++) {
    const start = clock()
    const opened = await DuckDBInstance.create(join(folder, 'bench.duckdb'), {
      access_mode: 'READ_ONLY',
      memory_limit: USUAL_ENGINE.memory,
    })
    const asked = await opened.connect()
    await asked.runAndReadAll(sql)
    times.push(clock(start))
    asked.closeSync()
    opened.closeSync()
  }
  return times.reduce((least, time) => (time.cpu < least.cpu ? time : least))
}
const bare = await scanned(name => `count(${name}), min(${name}), max(${name})`)
const hashed = await scanned(name => `bit_xor(hash(${name}))`)

let start = clock()
const there = await judged(tables, 'duckdb:bench.duckdb?table=bench&key=id', contract)
const took = clock(start)
start = clock()
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
  'the file here': told(clock(start)),
  'verdicts equal': there.checks.every(
    ({ id, status }, i) => here.checks[i]?.id === id && here.checks[i]?.status === status,
  ),
  'profiles equal': JSON.stringify(there.columns) === JSON.stringify(here.columns),
  open: there.checks.filter(({ status }) => status === 'inconclusive').map(({ id, reason }) => `${id}: ${reason}`),
  failed: there.checks.filter(({ status }) => status === 'fail').map(({ id }) => id),
})
if (process.argv[3] === 'spark') {
  const server = await startSpark(folder, { quick: false, memory: '4G' })
  await server.run(`CREATE TABLE bench USING parquet LOCATION '${join(folder, 'bench.parquet')}'`)
  const timed = async (run: () => Promise<unknown>): Promise<Time> => {
    const [wall, cpu] = [performance.now(), server.cpu()]
    await run()
    return { wall: (performance.now() - wall) / 1e3, cpu: server.cpu() - cpu }
  }
  const select = (each: (name: string) => string) =>
    server.run(`SELECT ${names.map(name => each(`\`${name}\``)).join(', ')} FROM bench`)
  // What Java has not compiled yet takes longer: of five runs the fastest.
  const fastest = async (run: () => Promise<unknown>): Promise<Time> => {
    const times: Time[] = []
    for (let i = 0; i < 5; i++) times.push(await timed(run))
    return times.reduce((least, time) => (time.cpu < least.cpu ? time : least))
  }
  const scan = await fastest(() => select(name => `count(${name}), min(${name}), max(${name})`))
  const hash = await fastest(() => select(name => `bit_xor(xxhash64(${name}))`))
  const address = `spark:${server.url}?table=bench&key=id`
  const first = await timed(() => judged(tables, address, contract))
  bytes = 0
  let found = there
  const took = await timed(async () => {
    found = await judged(tables, address, contract)
  })
  console.log({
    'Spark, bare scan: count, least, greatest of every column': told(scan),
    'Spark, bare scan: hash of every cell': told(hash),
    'where it is, the first time': told(first),
    'where it is': told(took),
    'ratio to counts and extremes': { wall: took.wall / scan.wall, cpu: took.cpu / scan.cpu },
    'ratio to hashes': { wall: took.wall / hash.wall, cpu: took.cpu / hash.cpu },
    'MB that travelled': bytes / 1e6,
    'verdicts equal': found.checks.every(
      ({ id, status }, i) => here.checks[i]?.id === id && here.checks[i]?.status === status,
    ),
    'profiles equal': JSON.stringify(found.columns) === JSON.stringify(here.columns),
    open: found.checks.filter(({ status }) => status === 'inconclusive').map(({ id, reason }) => `${id}: ${reason}`),
  })
  await server.kill()
}
rmSync(folder, { recursive: true })
