import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { allEngines } from '../src/engines/all-engines.ts'
import { USUAL_ENGINE } from '../src/engines/engine-limits.ts'
import { engineTables } from '../src/engines/engine-tables.ts'
import type { Engine } from '../src/ports/engine.ts'
import { localTables } from '../src/tables/local-tables.ts'
import { judged } from '../test/harness/engines/judged.ts'
import { COLUMNS, CONTRACT, columnsIn } from './pushdown/bench-table.ts'
import { processorTime } from './pushdown/processor-time.ts'
import { SIDES } from './pushdown/sides.ts'

/**
 * Validates a table of 20 columns where it is, and as a Parquet file of it: the verdicts must be equal. Beside it the engine's own bare scan:
 * count, least and greatest of every column, and a hash of every cell. `node bench/pushdown.ts [rows] [engine]`: 20 million rows in duckdb
 * unless given; a server of clickhouse, postgres, spark or trino is started for it, from what `scripts/get-all.sh` has fetched.
 * `RUNS=3` is how often each is timed, `SQL=1` shows the statements.
 */
const rows = Number(process.argv[2] ?? 20_000_000)
const engine = process.argv[3] ?? 'duckdb'
const runs = Number(process.env.RUNS ?? 3)
const start = SIDES[engine]
if (!start) throw new Error(`There is no side for ${engine}: ${Object.keys(SIDES).join(', ')}`)
const folder = mkdtempSync(join(tmpdir(), 'proofmark-bench-pushdown-'))
const parquet = join(folder, 'bench.parquet')

/** Seconds on the clock, and of the processor here and in the engine: others may be at work on the machine. */
interface Time {
  readonly wall: number
  readonly cpu: number
}
const clock = (since: Time = { wall: 0, cpu: 0 }): Time => ({
  wall: performance.now() / 1e3 - since.wall,
  cpu: processorTime() - since.cpu,
})
const told = ({ wall, cpu }: Time) => `${wall.toFixed(2)} s (processor ${cpu.toFixed(2)} s)`

/** Of some runs the fastest. */
async function timed<Result>(run: () => Promise<Result>): Promise<{ time: Time; result: Result }> {
  const all: { time: Time; result: Result }[] = []
  for (let i = 0; i < runs; i++) {
    const begin = clock()
    const result = await run()
    all.push({ time: clock(begin), result })
  }
  return all.reduce((least, each) => (each.time.wall < least.time.wall ? each : least))
}

let bytes = 0
const counted = (engine: Engine): Engine => ({
  async open(table) {
    const session = await engine.open(table)
    return {
      ...session,
      async query(statement, hears) {
        const begin = clock()
        const answer = await session.query(statement, hears)
        const size = JSON.stringify(answer.rows).length
        bytes += size
        console.log(`  ${told(clock(begin))}, ${(size / 1e6).toFixed(2)} MB: ${statement.purpose.slice(0, 90)}`)
        if (process.env.SQL) console.log(statement.sql.slice(0, 3000))
        return answer
      },
    }
  },
})
const engines = allEngines({ root: folder, sources: undefined }, {})
const tables = engineTables(localTables(folder), {
  engines: Object.fromEntries(
    Object.entries(engines).map(([name, load]) => [name, async () => counted(await load())]),
  ) as typeof engines,
  progress: () => {},
})

const database = await DuckDBInstance.create(join(folder, 'bench.duckdb'), { memory_limit: USUAL_ENGINE.memory })
const connection = await database.connect()
await connection.run(`CREATE TABLE bench AS SELECT ${columnsIn('duckdb').join(', ')} FROM range(1, ${rows + 1}) r(i)`)
await connection.run(`COPY bench TO '${parquet}' (FORMAT parquet)`)
await connection.run('CHECKPOINT')
connection.closeSync()
database.closeSync()

const side = await start({ folder, rows, parquet })
try {
  const scanned = async (each: (name: string) => string) => {
    const items = COLUMNS.map(name => each(`${side.quote}${name}${side.quote}`))
    return (await timed(() => side.run(`SELECT ${items.join(', ')} FROM ${side.table}`))).time
  }
  // Of truths PostgreSQL has no least.
  const isTruth = (name: string) => name.slice(1, -1) === 'flag'
  const bare = await scanned(name => (isTruth(name) ? `count(${name})` : `count(${name}), min(${name}), max(${name})`))
  const hashed = await scanned(side.hash)
  const { time: took, result: there } = await timed(() => {
    bytes = 0
    return judged(tables, side.address, CONTRACT)
  })
  const begin = clock()
  const here = await judged(tables, 'bench.parquet', CONTRACT)
  const beside = (scan: Time) => ({ wall: took.wall / scan.wall, cpu: took.cpu / scan.cpu })
  console.log({
    engine: there.origin?.engine?.version,
    rows,
    columns: COLUMNS.length,
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
} finally {
  await side.stop()
  rmSync(folder, { recursive: true, force: true })
}
