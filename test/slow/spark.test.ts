import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { spark as dialect } from '../../src/core/pushdown/dialects/spark.ts'
import { quoted, textLiteral } from '../../src/core/pushdown/sql.ts'
import { KEY, type TextTable } from '../harness/engines/cases.ts'
import { compared } from '../harness/engines/compared.ts'
import { allCases, holdChecks, holdMethods, textTablesOf, writeCases } from '../harness/engines/conformance.ts'
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
  const started = startSpark(temporaryFolder('spark'), { lake: true })
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
    let start = performance.now()
    for (const table of await textTablesOf(cases)) await front.run(viewOf(table))
    console.log('loaded', Math.round(performance.now() - start))
    const addressOf = (table: string) => `databricks:${front.url}?table=${table}`
    start = performance.now()
    const { same, open, other } = await holdChecks(own, cases, { addressOf, rows: 0 })
    console.log('checks', Math.round(performance.now() - start), same, open)
    expect(other).toEqual([])
    expect(same).toBeGreaterThan(20 * open.length)
    start = performance.now()
    expect(await holdMethods(own, cases, { addressOf, rows: 0 })).toBeGreaterThan(50)
    console.log('methods', Math.round(performance.now() - start))
  })
})

/** A view of some rows, so small that nothing is read for it. */
function viewOf({ name, columns, rows }: TextTable): string {
  const names = [KEY, ...columns].map(column => quoted(dialect, column)).join(', ')
  const values = rows.map((row, i) => `(${[`${i + 1}L`, ...row.map(cell => textLiteral(dialect, cell))].join(', ')})`)
  const nothing = `SELECT ${[`1L AS ${quoted(dialect, KEY)}`, ...columns.map(column => `'' AS ${quoted(dialect, column)}`)].join(', ')} WHERE false`
  return `CREATE TEMPORARY VIEW ${name} AS ${rows.length > 0 ? `SELECT * FROM VALUES ${values.join(', ')} AS t(${names})` : nothing}`
}
