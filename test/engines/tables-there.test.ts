import { expect, it } from 'vitest'
import type { Answer } from '../../src/core/pushdown/statement.ts'
import { engineTables } from '../../src/engines/engine-tables.ts'
import type { Engine } from '../../src/ports/engine.ts'
import { localTables } from '../../src/tables/local-tables.ts'
import { compared } from '../harness/engines/compared.ts'
import { judged } from '../harness/engines/judged.ts'

const contract = {
  name: 'c.odcs.yaml',
  text: JSON.stringify({
    apiVersion: 'v3.1.0',
    kind: 'DataContract',
    id: 'c',
    version: '1.0.0',
    status: 'active',
    schema: [{ name: 't', properties: [{ name: 'a', logicalType: 'string', required: true }] }],
  }),
}

/** An engine of one column of texts, whose answers are those given for what is asked. */
function tables(answer: (purpose: string, asked: number) => Answer | Error, isPinned = false) {
  let asked = 0
  const told: string[] = []
  const engine: Engine = {
    open: async () => ({
      version: 'trino 1',
      from: '"t"',
      isPlain: false,
      isPinned,
      columns: [{ name: 'a', type: 'varchar' }],
      async query({ purpose }, hears) {
        hears({ share: 0.5, rows: 7, bytes: 2e6 })
        const rows = answer(purpose, asked++)
        if (rows instanceof Error) throw rows
        return { rows, id: `q${asked}` }
      },
      close: async () => {},
    }),
  }
  const open = async () => engine
  return {
    told,
    tables: engineTables(localTables('/'), {
      engines: { duckdb: open, trino: open, clickhouse: open, postgres: open, spark: open, databricks: open },
      progress: text => told.push(text),
    }),
  }
}

const ADDRESS = 'trino:http://host?table=t'
const statuses = async (all: ReturnType<typeof tables>) => {
  const { checks } = await judged(all.tables, ADDRESS, contract)
  // Those that ask for its name alone are answered by the header.
  const ofCells = checks.filter(({ id }) => id === 'a.required')
  return { statuses: ofCells.map(({ status }) => status), reason: ofCells[0]?.reason }
}
const groups: Answer = [['0', 'x', '3', null]]

it('judges what the engine answers, and keeps the ids of its queries', async () => {
  const all = tables(purpose => (purpose === 'ranges' ? [['3', '3']] : groups))
  expect(await statuses(all)).toEqual({ statuses: ['pass'], reason: "'a' is filled in each of 3 cells" })
  expect(all.told).toContain('trino 1: ranges, 50 %, 7 rows, 2 MB')
  const job = { file: 't', contract, asOf: 0, others: [] }
  const { material } = await all.tables.measure(ADDRESS, job, { progress: () => {} })
  expect(material('data')).toMatchObject({
    name: ADDRESS,
    rows: 3,
    origin: { kind: 'trino', engine: { version: 'trino 1', queries: ['q4', 'q5', 'q6'] } },
  })
})

it('leaves everything open where the table changes from one pass to the other', async () => {
  let passes = 0
  const all = tables(purpose => (purpose === 'ranges' ? [[passes++ === 0 ? '3' : '4', '3']] : groups))
  expect(await statuses(all)).toEqual({
    statuses: ['inconclusive'],
    reason: 'Expected t to stay as it is while it is measured but found 3 rows first and 4 later',
  })
})

it('leaves everything open where the engine fails in the middle', async () => {
  const all = tables((_, asked) => (asked > 0 ? new Error('NO_NODES_AVAILABLE: gone\n at …') : [['3', '3']]))
  expect(await statuses(all)).toEqual({
    statuses: ['inconclusive'],
    reason: 'trino 1 did not answer for t: NO_NODES_AVAILABLE: gone',
  })
})

it('leaves a comparison open where the engine fails in the middle', async () => {
  const { tables: all } = tables((_, asked) => (asked > 0 ? new Error('gone') : [['3', '3']]))
  const { checks } = await compared(all, '/', { reference: ADDRESS, current: ADDRESS }, {})
  expect(checks.map(({ id, status }: { id: string; status: string }) => [id, status])).toContainEqual([
    'a.measured',
    'inconclusive',
  ])
  expect(checks.some(({ status }: { status: string }) => status === 'pass')).toBe(false)
})

it('never passes a table without rows', async () => {
  const all = tables(purpose => (purpose === 'ranges' ? [['0', null]] : []))
  const { checks } = await judged(all.tables, ADDRESS, contract)
  expect(checks.find(({ id }) => id === 'rows')?.status).toBe('inconclusive')
})

it('hands rows to nobody, and takes no shard', async () => {
  const { tables: all } = tables(() => groups)
  const { batches, header } = await all.open(ADDRESS)
  expect(header).toEqual(['a'])
  await expect(async () => {
    for await (const _ of batches) break
  }).rejects.toThrow(`Expected ${ADDRESS} to be measured where it is, but its rows are asked for one by one`)
  const job = { file: 't', contract, asOf: 0, others: [] }
  await expect(all.measure(ADDRESS, job, { progress: () => {}, shard: { index: 1, count: 2 } })).rejects.toThrow(
    `Expected no shard of a table on an engine (${ADDRESS})`,
  )
  await expect(all.open('trino:nothing')).rejects.toThrow(
    "Expected the address of a table on an engine but found 'trino:nothing'",
  )
})
