import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Check } from '../../../src/core/evidence.ts'
import type { Batch } from '../../../src/core/tables/batch.ts'
import { bindTable } from '../../../src/core/tables/bind-table.ts'
import * as checks from '../../../src/core/tables/checks/index.ts'
import { readContract } from '../../../src/core/tables/contract/read-contract.ts'
import type { PlannedCheck, TableCheck } from '../../../src/core/tables/define-check.ts'
import { prepareChecks } from '../../../src/core/tables/prepare-checks.ts'
import type { Row } from '../../../src/core/tables/row.ts'
import type { ShownRows } from '../../../src/core/tables/shown-rows.ts'
import { tableForFile } from '../../../src/core/tables/table-for-file.ts'
import { startTable } from '../../../src/core/tables/table-run.ts'
import { textBatch } from '../../../src/core/tables/text-batch.ts'
import { localTables } from '../../../src/tables/local-tables.ts'
import { sha256 } from '../../harness/sha256.ts'

const CASES = resolve('test/cases/tables')
const CONTRACT = 'contract.odcs.yaml'
const FILE = 't.csv'
const AS_OF = Date.parse('2024-07-01T00:00:00Z')

/** The case's table and all its rows, each as a batch of its own. */
async function open(folder: string) {
  const text = readFileSync(`${folder}/${CONTRACT}`, 'utf8')
  await prepareChecks(text)
  const contract = readContract(CONTRACT, text)
  const table = await localTables(folder).open(FILE)
  const rows: Row[] = []
  for await (const batch of table.batches) rows.push(...batch)
  return { rows, bound: bindTable(contract, tableForFile(contract, FILE), FILE, table.header, AS_OF) }
}

type Opened = Awaited<ReturnType<typeof open>>

/** The answers to a check's rules, from the states that `measure` makes. */
function answers(check: TableCheck, { bound, rows }: Opened, measure: (planned: PlannedCheck) => Map<string, unknown>) {
  const byLine = new Map(rows.map(row => [row.line, row]))
  const shown: ShownRows = { at: place => byLine.get(place) ?? { line: 1, cells: [] }, sha256 }
  return check.plan(bound).map(planned => {
    const states = measure(planned)
    return planned.finish(key => states.get(key), shown)
  })
}

const inOnePass = (check: TableCheck, opened: Opened): Check[] =>
  answers(check, opened, ({ measures }) => {
    const states = new Map(measures.map(({ key, init }) => [key, init()]))
    for (const measure of measures) measure.add(states.get(measure.key), textBatch(opened.rows))
    return states
  })

/** Every row measured apart, and the states merged from the last to the first, having travelled between threads. */
const inShards = (check: TableCheck, opened: Opened): Check[] =>
  answers(check, opened, ({ measures }) => {
    const states = new Map(measures.map(({ key, init }) => [key, init()]))
    for (const row of opened.rows.toReversed()) {
      for (const measure of measures) {
        const shard = measure.init()
        measure.add(shard, textBatch([row]))
        measure.merge(states.get(measure.key), structuredClone(shard))
      }
    }
    return states
  })

const folders = Object.values(checks).flatMap(check =>
  readdirSync(`${CASES}/${check.id}`).map(name => ({
    check,
    name: `${check.id}/${name}`,
    folder: `${CASES}/${check.id}/${name}`,
  })),
)

describe('every check answers its cases', () => {
  it('and has some that pass and some that do not', () => {
    for (const { id } of Object.values(checks)) expect(readdirSync(`${CASES}/${id}`).length, id).toBeGreaterThan(1)
  })

  it.each(folders)('$name', async ({ check, folder }) => {
    const opened = await open(folder)
    const found = inOnePass(check, opened)
    expect(existsSync(`${folder}/expected.json`), 'say what is expected').toBe(true)
    await expect(`${JSON.stringify(found, null, 2)}\n`).toMatchFileSnapshot(`${folder}/expected.json`)
    expect(inShards(check, opened)).toEqual(found)
    for (const answer of found) expect(Check.parse(answer)).toEqual(answer)
  })

  it.each(folders)('$name: asks of a batch without rows for every column that it looks at', async ({ folder }) => {
    const { bound, rows } = await open(folder)
    const columnsOf = (batch: Batch) => {
      const asked = new Set<number>()
      startTable(bound).add({
        ...batch,
        cells(index) {
          asked.add(index)
          return batch.cells(index)
        },
      })
      return asked
    }
    expect(columnsOf(textBatch([]))).toEqual(columnsOf(textBatch(rows)))
  })

  it.each(folders.filter(({ name }) => name.includes('hidden')))('$name shows no value', async ({ check, folder }) => {
    const opened = await open(folder)
    const cells = opened.rows.flatMap(row => row.cells).filter(cell => cell.length > 3)
    expect(cells.length).toBeGreaterThan(0)
    const text = JSON.stringify(inOnePass(check, opened))
    for (const cell of cells) expect(text).not.toContain(cell)
  })
})
