import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compared } from '../harness/engines/compared.ts'
import { allCases, holdChecks, holdMethods, writeCases } from '../harness/engines/conformance.ts'
import { type DatabricksFront, startDatabricksFront } from '../harness/engines/databricks-front.ts'
import { everyCheck } from '../harness/engines/every-check.ts'
import { judged } from '../harness/engines/judged.ts'
import { everyKind, makeTables } from '../harness/engines/made-tables.ts'
import { type SparkServer, startSpark } from '../harness/engines/spark.ts'
import { tablesOf } from '../harness/engines/tables-of.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const ROWS = 1500
const folder = temporaryFolder('pushdown-spark')
const tables = tablesOf(folder, { rows: 0, groups: 1400 })
let spark: SparkServer
let front: DatabricksFront
const there = (table: string, key = '&key=id') => `spark:${spark.url}?table=${table}${key}`
const SETTINGS = {
  'spark.sql.session.timeZone': 'America/New_York',
  'spark.sql.codegen.wholeStage': 'false',
  'spark.sql.codegen.factoryMode': 'NO_CODEGEN',
}
const fileOf = (name: string, of = folder) => join(of, `${name}.parquet`)

beforeAll(async () => {
  const started = startSpark(temporaryFolder('spark'))
  await makeTables(folder, { reference: everyKind(ROWS), current: everyKind(ROWS, 3) })
  spark = await started
  front = await startDatabricksFront(spark.url, { settings: SETTINGS })
  for (const name of ['reference', 'current'])
    await spark.run(`CREATE TABLE ${name} USING parquet LOCATION '${fileOf(name)}'`)
})

afterAll(async () => {
  await front?.close()
  await spark?.kill()
})

describe('a table in Spark', () => {
  it('gets the same verdict on every kind of check as a file of it, bit for bit, without a row being fetched', async () => {
    const here = await judged(tables, 'reference.parquet', everyCheck)
    const found = await judged(tables, there('reference'), everyCheck)
    expect([...found.untaken]).toEqual([])
    expect(found.checks).toEqual(here.checks)
    expect(found.columns).toEqual(here.columns)
    expect(found.rows).toBe(ROWS)
  })

  it('is compared with a file as two files are', async () => {
    const files = { reference: 'reference.parquet', current: 'current.parquet' }
    const expected = await compared(tables, folder, files, {})
    expect(await compared(tables, folder, { ...files, current: there('current') }, {})).toEqual(expected)
  })

  it('answers a case of every check and of every method of drift as files do', async () => {
    const cases = allCases(1)
    const own = temporaryFolder('conformance-spark')
    await writeCases(own, cases)
    const address = (table: string) =>
      `databricks:${front.url}?table=${encodeURIComponent(`parquet."${fileOf(table, own)}"`)}`
    for (const rows of [undefined, 0] as const) {
      const start = performance.now()
      const { same, open, other } = await holdChecks(own, cases, address, rows)
      console.log(rows, 'checks', Math.round(performance.now() - start), same, open)
      expect(other).toEqual([])
      expect(same).toBeGreaterThan(rows === 0 ? 3 * open : 90)
    }
    const start = performance.now()
    expect(await holdMethods(own, cases, address, 0)).toBeGreaterThan(50)
    console.log('methods', Math.round(performance.now() - start))
  })
})
