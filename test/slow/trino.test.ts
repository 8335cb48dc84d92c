import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runsPushdownPage } from '../docs/pushdown-page.ts'
import { compared } from '../harness/engines/compared.ts'
import { everyCheck } from '../harness/engines/every-check.ts'
import { judged } from '../harness/engines/judged.ts'
import { everyKind, makeTables, statementsFor } from '../harness/engines/made-tables.ts'
import { tablesOf } from '../harness/engines/tables-of.ts'
import { startTrino, type TrinoServer } from '../harness/engines/trino.ts'
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

  it('leaves everything open where a worker is killed in the middle, and a rerun answers', async () => {
    await trino.startWorker()
    const running = judged(tables, there('tpch.sf10.lineitem', ''), contract)
    await new Promise(resolve => setTimeout(resolve, 3000))
    await trino.killWorker()
    expect(await openIn(running)).toMatch(/^trino 476 did not answer for tpch\.sf10\.lineitem: /)
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
