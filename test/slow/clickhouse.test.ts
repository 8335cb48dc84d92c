import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ClickhouseEngine, startClickhouse } from '../harness/engines/clickhouse.ts'
import { compared } from '../harness/engines/compared.ts'
import { everyCheck } from '../harness/engines/every-check.ts'
import { judged } from '../harness/engines/judged.ts'
import { everyKind, makeTables } from '../harness/engines/made-tables.ts'
import { tablesOf } from '../harness/engines/tables-of.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const ROWS = 1500
const folder = temporaryFolder('pushdown-clickhouse')
const tables = tablesOf(folder, { rows: 0, groups: 1400 })
let engine: ClickhouseEngine
const there = (table: string, key = '&key=id') => `clickhouse:${engine.url}?table=${table}${key}`

beforeAll(async () => {
  const started = startClickhouse()
  await makeTables(folder, { reference: everyKind(ROWS), current: everyKind(ROWS, 3) })
  engine = await started
  for (const name of ['reference', 'current'])
    await engine.run(
      `CREATE TABLE ${name} ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM file('${join(folder, `${name}.parquet`)}', Parquet)`,
    )
})

afterAll(() => engine?.kill())

describe('a table in ClickHouse', () => {
  it('gets the same verdict on every kind of check as a file of it, bit for bit, without a row being fetched', async () => {
    const here = await judged(tables, 'reference.parquet', everyCheck)
    const found = await judged(tables, there('reference'), everyCheck)
    expect([...found.untaken]).toEqual([])
    expect(found.checks).toEqual(here.checks)
    expect(found.columns).toEqual(here.columns)
    expect(found.rows).toBe(ROWS)
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
})
