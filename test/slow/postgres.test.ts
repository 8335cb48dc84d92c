import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compared } from '../harness/engines/compared.ts'
import { allCases, holdChecks, holdMethods, writeCases } from '../harness/engines/conformance.ts'
import { everyCheck } from '../harness/engines/every-check.ts'
import { judged } from '../harness/engines/judged.ts'
import { everyKind, makeTables } from '../harness/engines/made-tables.ts'
import { type PostgresServer, startPostgres } from '../harness/engines/postgres.ts'
import { tablesOf } from '../harness/engines/tables-of.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const ROWS = 1500
const folder = temporaryFolder('pushdown-postgres')
const tables = tablesOf(folder, { rows: 0, groups: 1400 })
let server: PostgresServer
const there = (table: string, key = '&key=id') => `postgres:${server.url}?table=${encodeURIComponent(table)}${key}`

beforeAll(async () => {
  const started = startPostgres()
  await makeTables(folder, { reference: everyKind(ROWS), current: everyKind(ROWS, 3) })
  server = await started
  for (const name of ['reference', 'current']) await server.load(join(folder, `${name}.parquet`), name)
})

afterAll(() => server?.stop())

describe('a table in PostgreSQL', () => {
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

  it('sums numbers exactly that are smaller than was presumed, by looking at these columns once more', async () => {
    const own = temporaryFolder('pushdown-small')
    await makeTables(own, {
      small: `SELECT i AS id, (i - 1500) / 7 AS usual, CASE WHEN i % 5 = 0 THEN 1e-30 * (i - 700) ELSE (i - 1500) / 7 * 1e3 END AS tiny,
        CAST(0 AS DOUBLE) * i AS none, CASE WHEN i % 5 = 0 THEN 1e-260 * i ELSE -1e260 * i END AS wild, 't' || i AS ref FROM range(1, 3001) r(i)`,
    })
    await server.load(join(own, 'small.parquet'), 'small')
    const properties = ['usual', 'tiny', 'none', 'wild'].map(name => ({ name, logicalType: 'number' }))
    const contract = {
      name: 'c.odcs.yaml',
      text: JSON.stringify({
        apiVersion: 'v3.1.0',
        kind: 'DataContract',
        id: 'c',
        version: '1.0.0',
        status: 'active',
        schema: [
          { name: 'small', properties: [...properties, { name: 'ref', logicalType: 'string', required: true }] },
        ],
      }),
    }
    const asked: string[] = []
    const watched = tablesOf(own, { rows: 0, groups: 1400 }, { meanwhile: async purpose => void asked.push(purpose) })
    const [here, found] = [
      await judged(watched, 'small.parquet', contract),
      await judged(watched, there('small'), contract),
    ]
    expect(found.checks).toEqual(here.checks)
    const known = (columns: typeof here.columns) => columns.filter(({ column }) => column !== 'wild')
    expect(known(found.columns)).toEqual(known(here.columns))
    expect(asked.filter(purpose => /^(numbers|sizes)/.test(purpose))).toEqual([
      'sizes',
      'numbers of usual, tiny, wild, ref',
      'numbers of tiny',
    ])
  })

  it('answers cases of every check and of every method of drift as files do', async () => {
    const cases = allCases(2)
    const own = temporaryFolder('conformance-postgres')
    for (const { name } of await writeCases(own, cases)) await server.load(join(own, `${name}.parquet`), `"${name}"`)
    const addressOf = (table: string) => there(table, '')
    const asked = await holdChecks(own, cases, { addressOf, rows: 0 })
    expect(asked.other).toEqual([])
    expect(asked.same).toBeGreaterThan(5 * asked.open.length)
    const first = new Set(allCases(1).checks.map(({ name }) => name))
    const fetched = await holdChecks(own, { checks: cases.checks.filter(({ name }) => first.has(name)) }, { addressOf })
    expect([fetched.other, fetched.open, fetched.same > 90]).toEqual([[], [], true])
    expect(await holdMethods(own, cases, { addressOf, rows: 0 })).toBeGreaterThan(100)
  })
})
