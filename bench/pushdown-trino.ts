import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { USUAL_PUSHDOWN } from '../src/core/pushdown/limits.ts'
import { allEngines } from '../src/engines/all-engines.ts'
import { engineTables } from '../src/engines/engine-tables.ts'
import type { Engine } from '../src/ports/engine.ts'
import { localTables } from '../src/tables/local-tables.ts'
import { judged } from '../test/harness/engines/judged.ts'
import { startTrino } from '../test/harness/engines/trino.ts'

/**
 * Validates a table of 20 columns on a Trino of this machine, in Parquet files of an Iceberg table, and the same rows in DuckDB: verdicts
 * and profiles must be equal. Beside it Trino's own bare scan: count, least and greatest of every column. `node bench/pushdown-trino.ts
 * [rows]`, 2 million unless given. What `scripts/get-trino.sh` fetches has to be there.
 */
const rows = Math.ceil(Number(process.argv[2] ?? 2_000_000) / 1000) * 1000
const folder = mkdtempSync(join(tmpdir(), 'proofmark-bench-trino-'))

/** Columns that both engines make alike, of the number `i` of a row. */
const columns = (inDuckdb: boolean) => [
  'i AS id',
  ...Array.from(
    { length: 8 },
    (_, k) => `CAST((i * ${48_271 + 2 * k}) % 1000003 AS DOUBLE) / CAST(100 AS DOUBLE) + CAST(${k} AS DOUBLE) AS x${k}`,
  ),
  ...Array.from({ length: 4 }, (_, k) => `CAST((i * ${16_807 + 2 * k}) % 90007 AS INTEGER) AS n${k}`),
  ...Array.from({ length: 3 }, (_, k) => `'c' || CAST((i * ${7 + 2 * k}) % 30 AS VARCHAR) AS c${k}`),
  '(i % 3 = 0) AS flag',
  inDuckdb
    ? "DATE '2024-01-01' + CAST((i * 31) % 700 AS INTEGER) AS day"
    : "date_add('day', CAST((i * 31) % 700 AS INTEGER), DATE '2024-01-01') AS day",
  inDuckdb
    ? "TIMESTAMP '2024-01-01 00:00:00' + to_seconds((i * 6700417) % 60000000) AS at"
    : "date_add('second', (i * 6700417) % 60000000, TIMESTAMP '2024-01-01 00:00:00.000000') AS at",
  "'r' || CAST(i AS VARCHAR) AS ref",
]
const names = columns(true).map(column => column.split(' AS ').at(-1) ?? '')
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

/** Seconds on the clock, and of the processor in Trino and here: others may be at work on the machine. */
interface Time {
  readonly wall: number
  readonly trino: number
  readonly here: number
}
function clock(since: Time = { wall: 0, trino: 0, here: 0 }): Time {
  const { user, system } = process.cpuUsage()
  return {
    wall: performance.now() / 1e3 - since.wall,
    trino: processorOf(childOf(process.pid)) - since.trino,
    here: (user + system) / 1e6 - since.here,
  }
}
const childOf = (pid: number): string =>
  readdirSync(`/proc/${pid}/task`)
    .map(task => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim())
    .filter(Boolean)
    .join(' ')
    .split(' ')[0] ?? ''
function processorOf(pid: string): number {
  if (pid === '') return 0
  const [, stat = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const [user = 0, system = 0] = stat.split(' ').slice(11, 13).map(Number)
  return (user + system) / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
}
const told = ({ wall, trino, here }: Time) =>
  `${wall.toFixed(2)} s (processor: Trino ${trino.toFixed(2)} s, here ${here.toFixed(2)} s)`

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
const engines = allEngines({ root: folder }, {})
const tables = engineTables(localTables(folder), {
  engines: { ...engines, trino: async () => counted(await engines.trino()) },
  limits: USUAL_PUSHDOWN,
  progress: () => {},
})

const trino = await startTrino({ folder: join(folder, 'server'), lake: folder, isFast: true })
try {
  await trino.run('CREATE SCHEMA lake.bench')
  await trino.run(
    `CREATE TABLE lake.bench.bench AS SELECT ${columns(false).join(', ')} FROM (SELECT a * 1000 + b AS i FROM UNNEST(sequence(0, ${Math.min(9999, rows / 1000 - 1)})) AS a(a) CROSS JOIN UNNEST(sequence(1, 1000)) AS b(b)) t`,
  )
  for (let from = 10_000; from < rows / 1000; from += 10_000)
    await trino.run(
      `INSERT INTO lake.bench.bench SELECT ${columns(false).join(', ')} FROM (SELECT a * 1000 + b AS i FROM UNNEST(sequence(${from}, ${Math.min(from + 9999, rows / 1000 - 1)})) AS a(a) CROSS JOIN UNNEST(sequence(1, 1000)) AS b(b)) t`,
    )
  const database = await DuckDBInstance.create(join(folder, 'bench.duckdb'))
  const connection = await database.connect()
  await connection.run(`CREATE TABLE bench AS SELECT ${columns(true).join(', ')} FROM range(1, ${rows + 1}) r(i)`)
  connection.closeSync()
  database.closeSync()

  const bare = `SELECT ${names.map(name => `count("${name}"), min("${name}"), max("${name}")`).join(', ')} FROM lake.bench.bench`
  const scans: Time[] = []
  for (let run = 0; run < 5; run++) {
    const start = clock()
    await trino.run(bare)
    scans.push(clock(start))
  }
  const scan = scans.reduce((least, time) => (time.trino < least.trino ? time : least))

  const taken: Time[] = []
  let there: Awaited<ReturnType<typeof judged>> | undefined
  for (let run = 0; run < 3; run++) {
    bytes = 0
    const start = clock()
    there = await judged(tables, `trino:${trino.url}?table=lake.bench.bench&key=id`, contract)
    taken.push(clock(start))
    console.log(told(clock(start)))
  }
  const took = taken.reduce((least, time) => (time.trino < least.trino ? time : least))
  const start = clock()
  const embedded = await judged(tables, 'duckdb:bench.duckdb?table=bench&key=id', contract)
  console.log({
    rows,
    columns: names.length,
    'bare scan: count, least, greatest of every column (best of 5)': told(scan),
    'where it is (best of 3)': told(took),
    ratio: { wall: took.wall / scan.wall, trino: took.trino / scan.trino },
    'MB that travelled': bytes / 1e6,
    'the same rows in DuckDB': told(clock(start)),
    'verdicts equal': there?.checks.every(
      ({ id, status }, i) => embedded.checks[i]?.id === id && embedded.checks[i]?.status === status,
    ),
    'profiles equal': JSON.stringify(there?.columns) === JSON.stringify(embedded.columns),
    open: there?.checks.filter(({ status }) => status === 'inconclusive').map(({ id, reason }) => `${id}: ${reason}`),
    failed: there?.checks.filter(({ status }) => status === 'fail').map(({ id }) => id),
  })
} finally {
  await trino.stop()
  rmSync(folder, { recursive: true })
}
