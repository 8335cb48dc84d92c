import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runsPushdownPage } from '../docs/pushdown-page.ts'
import { cancelledJob } from '../harness/engines/cancelled-job.ts'
import { compared } from '../harness/engines/compared.ts'
import { EARLY_ROWS, holdEarlyTimes } from '../harness/engines/early-times.ts'
import { everyCheck } from '../harness/engines/every-check.ts'
import { judged } from '../harness/engines/judged.ts'
import { limitedJob } from '../harness/engines/limited-job.ts'
import { everyKind, makeTables, statementsFor } from '../harness/engines/made-tables.ts'
import { tablesOf } from '../harness/engines/tables-of.ts'
import { startTrino, type TrinoServer } from '../harness/engines/trino.ts'
import { underWay } from '../harness/engines/under-way.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { conformance } from './trino/conformance.ts'
import { lakes, rules } from './trino/lakes.ts'

const ROWS = 1500
const folder = temporaryFolder('trino')
const tables = tablesOf(folder, { rows: 0, groups: 1400 })
let trino: TrinoServer
const there = (table: string, key = '&key=id') => `trino:${trino.url}?table=${table}${key}`

/** To start it costs as much as many of the tests: there is one for all. */
beforeAll(async () => {
  const started = startTrino({ folder: join(folder, 'server'), lake: folder, rules })
  await makeTables(folder, { reference: everyKind(ROWS), current: everyKind(ROWS, 3) })
  trino = await started
  for (const name of ['reference', 'current'])
    for (const sql of await statementsFor(join(folder, `${name}.parquet`), `memory.default.${name}`))
      await trino.run(sql)
})

afterAll(() => trino?.stop())

const property = (name: string, logicalType: string, rest: object = {}) => ({
  name,
  logicalType,
  required: true,
  ...rest,
})
const expectation = (name: string, rest: object = {}) => ({
  type: 'custom',
  engine: 'proofmark',
  implementation: { expectation: name, ...rest },
})
const orders = {
  name: 'orders.odcs.yaml',
  text: JSON.stringify({
    apiVersion: 'v3.1.0',
    kind: 'DataContract',
    id: 'orders',
    version: '1.0.0',
    status: 'active',
    schema: [
      {
        name: 'orders',
        properties: [
          property('orderkey', 'integer', { primaryKey: true, unique: true }),
          property('custkey', 'integer', { logicalTypeOptions: { minimum: 1, maximum: 1490 } }),
          property('orderstatus', 'string', { logicalTypeOptions: { enum: ['O', 'F'] } }),
          property('totalprice', 'number', {
            logicalTypeOptions: { minimum: 800 },
            quality: [
              expectation('expect_column_mean_to_be_between', { min_value: 140_000, max_value: 145_000 }),
              expectation('expect_column_stdev_to_be_between', { min_value: 1, max_value: 2 }),
            ],
          }),
          property('orderdate', 'date', { logicalTypeOptions: { minimum: '1992-01-01', maximum: '1998-08-02' } }),
          property('orderpriority', 'string', { logicalTypeOptions: { maxLength: 10 } }),
          property('clerk', 'string', { logicalTypeOptions: { pattern: '^Clerk#\\d{9}$' } }),
          property('shippriority', 'integer'),
          property('comment', 'string', { logicalTypeOptions: { maxLength: 77 } }),
        ],
      },
    ],
  }),
}
const FAILING = [
  'custkey.range',
  'orderstatus.enum',
  'totalprice.stdev-to-be-between',
  'orderpriority.length',
  'comment.length',
]

describe('a table on a Trino', () => {
  it('gets the same verdict on every kind of check as a file of it, bit for bit, without a row being fetched', async () => {
    const here = await judged(tables, 'reference.parquet', everyCheck)
    const found = await judged(tables, there('memory.default.reference'), everyCheck)
    expect([...found.untaken]).toEqual([])
    expect(found.checks).toEqual(here.checks)
    expect(found.columns).toEqual(here.columns)
    expect(found.rows).toBe(ROWS)
  })

  it('is compared with a file as two files are', async () => {
    const files = { reference: 'reference.parquet', current: 'current.parquet' }
    const sides = { ...files, current: there('memory.default.current') }
    expect(await compared(tables, folder, sides, {})).toEqual(await compared(tables, folder, files, {}))
  })

  it('is named on the command line as docs/pushdown.md shows it', () => runsPushdownPage(trino))

  it('gets the verdict of a file on orders of TPC-H', async () => {
    await trino.run('CREATE SCHEMA hive.tpch')
    await trino.run("CREATE TABLE hive.tpch.orders WITH (format = 'PARQUET') AS SELECT * FROM tpch.tiny.orders")
    const [file = ''] = await trino.rows('SELECT DISTINCT "$path" FROM hive.tpch.orders')
    const shown = async (path: string) => {
      const { checks, rows, untaken } = await judged(tables, path, orders)
      return { checks: checks.map(({ id, status, measured }) => [id, status, measured]), rows, untaken: [...untaken] }
    }
    const here = await shown(file.replace(/^.*(?=hive\/)/, ''))
    expect(here.rows).toBe(15_000)
    expect(here.checks.flatMap(([id, status]) => (status === 'fail' ? [id] : []))).toEqual(FAILING)
    // A table that is made while it is read, and one of files.
    for (const table of ['tpch.tiny.orders', 'hive.tpch.orders'])
      expect(await shown(there(table, '&key=orderkey'))).toEqual(here)
  })

  it('rounds times before 1970 down to milliseconds, as a file of them', async () => {
    await trino.run(
      `CREATE TABLE memory.default.early AS SELECT CAST(id AS bigint) AS id, CAST(t AS timestamp(6)) AS at, CAST(t || '001' AS timestamp(9)) AS fine, CAST(t || '000001' AS timestamp(12)) AS finest FROM (VALUES ${EARLY_ROWS}) v(id, t)`,
    )
    await holdEarlyTimes(there('memory.default.early'), ['at', 'fine', 'finest'])
  })

  it('says what it is refused', async () => {
    await expect(judged(tables, there('memory.default.nothing'), everyCheck)).rejects.toThrow(
      /^Expected memory\.default\.nothing to be a table that Trino lets us read but found: TABLE_NOT_FOUND/,
    )
    await expect(judged(tables, 'trino:http://127.0.0.1:9?table=a', everyCheck)).rejects.toThrow(
      'Expected Trino to answer at http://127.0.0.1:9 but found no connection (ECONNREFUSED)',
    )
  })
})

lakes(folder, () => trino)
conformance(() => trino)

describe('a Trino that fails', () => {
  const contract = {
    name: 'items.odcs.yaml',
    text: 'apiVersion: v3.1.0\nkind: DataContract\nid: items\nversion: 1.0.0\nstatus: active\nschema:\n  - name: lineitem\n    properties:\n      - { name: quantity, logicalType: number, required: true, logicalTypeOptions: { minimum: 1, maximum: 50 } }\n',
  }
  const openIn = async (running: ReturnType<typeof judged>) => {
    const ofCells = (await running).checks.filter(({ id }) => id.startsWith('quantity.'))
    expect(ofCells.map(({ status }) => status)).toEqual(['inconclusive', 'inconclusive', 'inconclusive'])
    return ofCells[0]?.reason
  }

  it('is told to end its statement where the job that waits for it is cancelled', async () => {
    const { by, seconds } = await cancelledJob(folder, there('tpch.sf100.lineitem', ''), 'comment', 'SIGTERM')
    expect([by, seconds < 5]).toEqual(['SIGTERM', true])
    const found = await trino.rows(
      `SELECT state, error_type, error_code FROM system.runtime.queries WHERE source = 'proofmark' AND query LIKE '%count(*)%"sf100"%' AND state <> 'FINISHED'`,
    )
    expect(found).toEqual(['FAILED', 'USER_ERROR', 'USER_CANCELED'])
  })

  it('leaves everything open, and ends its statement, where that takes longer than it may', async () => {
    const { seconds, check } = await limitedJob(folder, there('tpch.sf100.lineitem', ''), 'comment', 4)
    expect(check).toEqual({
      status: 'inconclusive',
      reason: 'trino 476 did not answer for tpch.sf100.lineitem: it took more than 4 s',
    })
    expect(seconds).toBeLessThan(30)
    const found = await trino.rows(
      `SELECT state, error_code FROM system.runtime.queries WHERE source = 'proofmark' AND query LIKE '%count(*)%"sf100"%' AND state <> 'FINISHED' ORDER BY created DESC LIMIT 1`,
    )
    expect(found).toEqual(['FAILED', 'USER_CANCELED'])
  })

  it('leaves everything open where a worker is killed in the middle, and a rerun answers', async () => {
    await trino.startWorker()
    const asked = underWay(folder)
    const running = judged(asked.tables, there('tpch.sf10.lineitem', ''), contract)
    await asked.begun
    await trino.killWorker()
    expect(await openIn(running)).toMatch(/^trino 476 did not answer for tpch\.sf10\.lineitem: /)
    // Until the one that plans has noticed, it gives the lost one work.
    const active = () => trino.rows("SELECT count(*) FROM system.runtime.nodes WHERE state = 'active'")
    await expect.poll(active, { timeout: 120_000, interval: 1000 }).toEqual(['1'])
    const again = await judged(tables, there('tpch.tiny.lineitem', ''), contract)
    expect(again.rows).toBe(60_175)
    expect(again.checks.filter(({ status }) => status === 'inconclusive')).toEqual([])
  })

  it('leaves everything open where it is gone in the middle', async () => {
    const stopping = tablesOf(folder, { rows: 0, groups: 1400 }, { meanwhile: async () => void (await trino.stop()) })
    expect(await openIn(judged(stopping, there('tpch.tiny.lineitem', ''), contract))).toMatch(
      /^Expected Trino to answer at http:.* but found no connection/,
    )
  })
})
