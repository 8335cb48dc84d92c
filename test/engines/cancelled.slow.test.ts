import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelledJob } from '../harness/engines/cancelled-job.ts'
import { type ClickhouseEngine, startClickhouse } from '../harness/engines/clickhouse.ts'
import { type PostgresServer, startPostgres } from '../harness/engines/postgres.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const folder = temporaryFolder('cancelled')
let engine: ClickhouseEngine
let server: PostgresServer

beforeAll(async () => {
  const database = await DuckDBInstance.create(join(folder, 'slow.duckdb'))
  const connection = await database.connect()
  await connection.run(
    'CREATE VIEW slow AS SELECT i::VARCHAR AS t FROM range(1000000000000) r(i) WHERE hash(i::VARCHAR) <> 0',
  )
  connection.closeSync()
  database.closeSync()
  const started = startPostgres({ log_min_messages: 'warning', log_min_error_statement: 'error' })
  engine = await startClickhouse()
  server = await started
  await server.run(
    "CREATE TABLE few AS SELECT i FROM generate_series(1, 10000) i; CREATE VIEW slow AS SELECT CAST(a.i AS text) AS t FROM few a, few b, few c WHERE md5(CAST(b.i + c.i AS text)) <> ''",
  )
  await engine.run(
    'CREATE VIEW slow AS SELECT toString(number) AS t FROM numbers(1000000000000) WHERE cityHash64(toString(number)) <> 0',
  )
})

afterAll(() => Promise.all([engine?.kill(), server?.stop()]))

describe('a job that is cancelled', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('ends a statement of DuckDB, and itself (%s)', async signal => {
    const { by, seconds } = await cancelledJob(folder, 'duckdb:slow.duckdb?table=slow', 't', signal)
    expect(by).toBe(signal)
    expect(seconds).toBeLessThan(5)
  })

  it('tells ClickHouse to end its statement', async () => {
    const { by, seconds } = await cancelledJob(folder, `clickhouse:${engine.url}?table=slow`, 't', 'SIGTERM')
    expect(by).toBe('SIGTERM')
    expect(seconds).toBeLessThan(5)
    expect(engine.killed()).toEqual([expect.stringMatching(/^proofmark-[0-9a-f-]+: waiting$/)])
    // It answers one after another: this one not before the other has ended, which would take days.
    expect(await engine.run('SELECT 1')).toContain('1')
  })

  it('ends a statement of PostgreSQL, and itself', async () => {
    const { by, seconds } = await cancelledJob(folder, `postgres:${server.url}?table=slow`, 't', 'SIGTERM')
    expect(by).toBe('SIGTERM')
    expect(seconds).toBeLessThan(5)
    const left = () => server.run("SELECT query FROM pg_stat_activity WHERE application_name LIKE 'proofmark-%'")
    await expect.poll(left, { timeout: 120_000 }).toEqual([])
    // It was told to, and has not found out by itself that nobody waits any more.
    expect(server.log()).toMatch(/ERROR: {2}canceling statement due to user request\n.*STATEMENT: {2}\/\* proofmark-/)
  })
})
