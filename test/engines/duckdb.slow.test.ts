import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { compared } from '../harness/engines/compared.ts'
import { EARLY_ROWS, holdEarlyTimes } from '../harness/engines/early-times.ts'
import { everyCheck } from '../harness/engines/every-check.ts'
import { judged } from '../harness/engines/judged.ts'
import { limitedJob } from '../harness/engines/limited-job.ts'
import { everyKind, makeTables } from '../harness/engines/made-tables.ts'
import { tablesOf } from '../harness/engines/tables-of.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const ROWS = 1500
const Found = z.array(
  z.object({ answer: z.object({ checks: z.array(z.object({ id: z.string(), reason: z.string().optional() })) }) }),
)
const folder = temporaryFolder('pushdown')
const tables = tablesOf(folder, { rows: 0, groups: 1400 })
const there = (table: string, key?: string) =>
  `duckdb:tables.duckdb?table=${table}${key === undefined ? '' : `&key=${key}`}`

beforeAll(() => makeTables(folder, { reference: everyKind(ROWS), current: everyKind(ROWS, 3) }))

describe('a table in DuckDB', () => {
  it('gets the same verdict on every kind of check as a file of it, bit for bit, without a row being fetched', async () => {
    const here = await judged(tables, 'reference.parquet', everyCheck)
    for (const address of [there('reference'), there('reference', 'id')]) {
      const found = await judged(tables, address, everyCheck)
      expect([...found.untaken]).toEqual([])
      expect(found.checks).toEqual(here.checks)
      expect(found.columns).toEqual(here.columns)
      expect(found.rows).toBe(ROWS)
    }
    expect(here.checks.length).toBeGreaterThan(150)
    expect(new Set(here.checks.map(({ status }) => status))).toEqual(new Set(['pass', 'fail', 'inconclusive']))
  })

  it('is compared with a file, and with another table, as two files are', async () => {
    const files = { reference: 'reference.parquet', current: 'current.parquet' }
    const expected = await compared(tables, folder, files, {})
    for (const sides of [
      { ...files, current: there('current') },
      { reference: there('reference'), current: there('current') },
    ])
      expect(await compared(tables, folder, sides, {})).toEqual(expected)
  })

  it('gives the same evidence every time', async () => {
    const digests = await Promise.all(
      [1, 2].map(async () => {
        const job = { file: 'table', contract: everyCheck, asOf: 0, others: [] }
        const { material } = await tables.measure(there('reference'), job, { progress: () => {} })
        return material('data')
      }),
    )
    expect(digests[0]).toEqual(digests[1])
    expect(digests[0]?.origin).toEqual({
      kind: 'duckdb',
      engine: { version: 'duckdb v1.5.6', digestOf: 'measures', estimate: { rows: ROWS } },
    })
  })

  it('is never a silent pass where a type is unknown, a name is strange or the table is wide', async () => {
    const wide = Array.from({ length: 2000 }, (_, i) => `${i} AS "c${i}"`).join(', ')
    const own = temporaryFolder('pushdown-strange')
    await makeTables(own, {
      strange: `SELECT i AS "Select", i AS "sel""ect $ % '; --", [i] AS list, 'a' AS "UPPER" FROM range(1, 4) r(i)`,
      wide: `SELECT ${wide} FROM range(3)`,
    })
    const found = await judged(tablesOf(own), 'duckdb:tables.duckdb?table=strange', {
      name: 'c.odcs.yaml',
      text: contractOf(['Select', `sel"ect $ % '; --`, 'list', 'UPPER']),
    })
    const statusOf = (column: string) =>
      found.checks.filter(({ id }) => id.startsWith(`${column}.`)).map(({ status }) => status)
    expect(statusOf('Select')).toEqual(['fail', 'pass'])
    expect(statusOf(`sel"ect $ % '; --`)).toEqual(['fail', 'pass'])
    expect(statusOf('list')).toEqual(['inconclusive', 'pass'])
    expect(found.checks.find(({ id }) => id === 'list.values-to-be-in-set')?.reason).toBe(
      'Nothing is known of the type BIGINT[], which list has in strange',
    )
    const names = Array.from({ length: 2000 }, (_, i) => `c${i}`)
    const all = await judged(tablesOf(own), 'duckdb:tables.duckdb?table=wide', {
      name: 'c.odcs.yaml',
      text: contractOf(names),
    })
    expect(all.checks.filter(({ id, status }) => /^c\d+\.required$/.test(id) && status === 'pass')).toHaveLength(2000)
  })

  it('knows a moment by UTC, wherever the machine is, and what is no finite number', async () => {
    const own = temporaryFolder('pushdown-zone')
    await makeTables(own, {
      moments: `SELECT i AS id, TIMESTAMPTZ '2024-07-01 00:00:00+00' + to_hours(i::INTEGER) AS zoned, TIMESTAMP '2024-07-01 00:00:00' + to_hours(i::INTEGER) AS plain,
        CASE i WHEN 0 THEN 'inf'::DOUBLE WHEN 1 THEN '-inf' WHEN 2 THEN 'nan' ELSE 1.0 END AS x FROM range(4) r(i)`,
    })
    const values = ['2024-07-01T00:00:00.000Z', '2024-07-01T01:00:00.000Z', '2024-07-01T02:00:00.000Z', '1']
    const contract = contractOf(['zoned', 'plain', 'x'], values)
    const script = resolve('test/harness/engines/evidence-apart.ts')
    const address = 'duckdb:tables.duckdb?table=moments&key=id'
    const { stdout } = await promisify(execFile)(process.execPath, [script, own, 'c.odcs.yaml', contract, address], {
      env: { ...process.env, TZ: 'Europe/Berlin' },
    })
    const [found] = Found.parse(JSON.parse(stdout))
    const reasonOf = (id: string) =>
      found?.answer.checks.find(check => check.id === `${id}.values-to-be-in-set`)?.reason
    for (const name of ['zoned', 'plain']) expect(reasonOf(name)).toMatch(/'2024-07-01T03:00:00\.000Z' \(1\)/)
    expect(reasonOf('x')).toMatch(/'-Infinity' \(1\), 'Infinity' \(1\), 'NaN' \(1\)/)
  })

  it('rounds times before 1970 down to milliseconds, as a file of them', async () => {
    const own = temporaryFolder('early-duckdb')
    await makeTables(own, {
      times: `SELECT id::BIGINT AS id, t::TIMESTAMP AS "at", t::TIMESTAMPTZ AS moment, make_timestamp_ns(epoch_ns(t::TIMESTAMP_NS) + 1) AS fine FROM (VALUES ${EARLY_ROWS}) v(id, t)`,
    })
    await holdEarlyTimes(there('times', 'id'), ['at', 'moment', 'fine'], { folder: own })
  })

  it('tells of a key that is written twice, and shows one of its rows beside the contract', async () => {
    const own = temporaryFolder('twice')
    await makeTables(own, {
      twice: 'SELECT i % 40 AS id, CASE WHEN i > 45 THEN NULL ELSE i END AS n FROM range(50) r(i)',
    })
    const contract = { name: 'twice.odcs.yaml', text: contractOf(['id', 'n'], ['1', '2', '3']) }
    const { checks } = await judged(tablesOf(own, { rows: 0 }), there('twice', 'id'), contract)
    const [filled] = checks.filter(({ id }) => id === 'n.required')
    expect([filled?.status, filled?.locations?.map(({ line }) => line)]).toEqual(['fail', [6, 7, 8, 9, 1]])
  })

  it('is left open, and its statement ended, where that takes longer than it may', async () => {
    const own = temporaryFolder('slow-duckdb')
    await makeTables(own, { ids: 'SELECT i AS id FROM range(1000000) r(i)' }, [
      "CREATE VIEW slow AS SELECT concat('a', a.id, b.id) AS t FROM ids a, ids b WHERE hash(a.id + b.id) > 0",
    ])
    // Nothing of it is left in the process, which ends by itself.
    const { seconds, check } = await limitedJob(own, there('slow'), 't', 2)
    expect(check).toEqual({
      status: 'inconclusive',
      reason: 'duckdb v1.5.6 did not answer for slow: it took more than 2 s',
    })
    expect(seconds).toBeLessThan(15)
  })

  it('asks for a key that tells rows apart', async () => {
    await expect(judged(tables, there('reference', 'color'), everyCheck)).rejects.toThrow(
      "Expected the key 'color' to be a column of whole numbers but found the type VARCHAR (reference)",
    )
    await expect(judged(tables, there('nothing'), everyCheck)).rejects.toThrow(
      /^Expected tables\.duckdb \(nothing\) to be a table that DuckDB can read but found: Catalog Error/,
    )
  })
})

/** A contract that asks of every column that it is filled and holds one of some values. */
const contractOf = (columns: readonly string[], values: readonly string[] = ['1', '2']): string =>
  JSON.stringify({
    apiVersion: 'v3.1.0',
    kind: 'DataContract',
    id: 'c',
    version: '1.0.0',
    status: 'active',
    schema: [
      {
        name: 'table',
        properties: columns.map(name => ({
          name,
          logicalType: 'string',
          required: true,
          quality:
            columns.length > 10
              ? []
              : [
                  {
                    type: 'custom',
                    engine: 'proofmark',
                    implementation: { expectation: 'expect_column_values_to_be_in_set', value_set: values },
                  },
                ],
        })),
      },
    ],
  })
