import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelledJob } from '../harness/engines/cancelled-job.ts'
import { type ClickhouseEngine, startClickhouse } from '../harness/engines/clickhouse.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const folder = temporaryFolder('cancelled')
let engine: ClickhouseEngine

beforeAll(async () => {
  const database = await DuckDBInstance.create(join(folder, 'slow.duckdb'))
  const connection = await database.connect()
  await connection.run(
    'CREATE VIEW slow AS SELECT i::VARCHAR AS t FROM range(1000000000000) r(i) WHERE hash(i::VARCHAR) <> 0',
  )
  connection.closeSync()
  database.closeSync()
  engine = await startClickhouse()
  await engine.run(
    'CREATE VIEW slow AS SELECT toString(number) AS t FROM numbers(1000000000000) WHERE cityHash64(toString(number)) <> 0',
  )
})

afterAll(() => engine?.kill())

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
    expect(engine.killed()).toEqual([expect.stringMatching(/^proofmark-/)])
  })
})
