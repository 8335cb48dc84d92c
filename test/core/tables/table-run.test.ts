import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bindTable } from '../../../src/core/tables/bind-table.ts'
import { readContract } from '../../../src/core/tables/contract/read-contract.ts'
import type { Row } from '../../../src/core/tables/row.ts'
import type { ShownRows } from '../../../src/core/tables/shown-rows.ts'
import { tableForFile } from '../../../src/core/tables/table-for-file.ts'
import { startTable } from '../../../src/core/tables/table-run.ts'
import { textBatch } from '../../../src/core/tables/text-batch.ts'
import { localTables } from '../../../src/tables/local-tables.ts'
import { sha256 } from '../../harness/sha256.ts'

const EXAMPLE = 'examples/credit'

async function credit(file: string) {
  const contract = readContract('contract.odcs.yaml', readFileSync(`${EXAMPLE}/contract.odcs.yaml`, 'utf8'))
  const table = await localTables(EXAMPLE).open(file)
  const rows: Row[] = []
  for await (const batch of table.batches) rows.push(...batch)
  const byLine = new Map(rows.map(row => [row.line, row]))
  const shown: ShownRows = { at: place => byLine.get(place) ?? { line: 1, cells: [] }, sha256 }
  return { rows, shown, bound: bindTable(contract, tableForFile(contract, file), file, table.header, 0) }
}

describe('a table is checked in one pass', () => {
  it('with a profile of every column; values of sensitive ones left out', async () => {
    const { rows, shown, bound } = await credit('applications.csv')
    const run = startTable(bound)
    run.add(textBatch(rows))
    const profile = new Map(run.answer(shown).columns.map(({ column, ...rest }) => [column, rest]))
    expect(profile.get('id')).toMatchObject({ type: 'integer', nulls: 0, min: 1, max: 4454, mean: 2227.5 })
    expect(profile.get('home')).toMatchObject({
      type: 'string',
      nulls: 6,
      distinct: 6,
      top: [{ value: 'owner' }, {}, {}, {}, {}, {}],
    })
    expect(profile.get('income')).toEqual({ type: 'integer', sensitive: true, nulls: 381, distinct: 351 })
    const bars = profile.get('amount')?.bars ?? []
    expect(bars.reduce((sum, bar) => sum + bar, 0)).toBeCloseTo(1, 10)
    // From pandas: applications.assets.describe()
    expect(profile.get('assets')).toMatchObject({ nulls: 47, min: 0, max: 300_000 })
    expect(profile.get('assets')?.mean).toBeCloseTo(5403.979351032448, 10)
  })

  it.each([
    [1, 'applications.csv'],
    [7, 'applications.csv'],
    [50, 'current.csv'],
  ])('or in %d shards, with the same answer: %s', async (shards, file) => {
    const { rows, shown, bound } = await credit(file)
    const whole = startTable(bound)
    whole.add(textBatch(rows))

    const size = Math.ceil(rows.length / shards)
    const merged = startTable(bound)
    for (let i = 0; i < shards; i++) {
      const shard = startTable(bound)
      shard.add(textBatch(rows.slice(i * size, (i + 1) * size)))
      merged.merge(structuredClone(shard.state))
    }
    expect(merged.answer(shown)).toEqual(whole.answer(shown))
    expect(merged.answer(shown).checks.length).toBeGreaterThan(30)
  })

  it('or in batches of any size', async () => {
    const { rows, shown, bound } = await credit('current.csv')
    const [one, many] = [startTable(bound), startTable(bound)]
    one.add(textBatch(rows))
    for (let i = 0; i < rows.length; i += 13) many.add(textBatch(rows.slice(i, i + 13)))
    expect(many.answer(shown)).toEqual(one.answer(shown))
  })

  it('and refuses a shard of another table', async () => {
    const { bound } = await credit('current.csv')
    const other = { ...bound, columns: bound.columns.slice(1) }
    expect(() => startTable(bound).merge(startTable(other).state)).toThrow()
  })
})
