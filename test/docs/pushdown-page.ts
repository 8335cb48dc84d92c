import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { evidenceIn, ROOT } from '../harness/credit.ts'
import { makeTables, statementsFor } from '../harness/engines/made-tables.ts'
import type { TrinoServer } from '../harness/engines/trino.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { blockOf } from './block-of.ts'
import { shell } from './sessions.ts'

/** Runs the commands of docs/pushdown.md on a Trino and a DuckDB that hold the credit example, and the same on files of the same rows. */
export async function runsPushdownPage(trino: TrinoServer): Promise<void> {
  const folder = temporaryFolder('pushdown-page')
  const csv = (name: string) => `SELECT * FROM read_csv('${join(ROOT, `examples/credit/${name}.csv`)}')`
  await makeTables(folder, { credit: csv('applications'), train: csv('train') })
  for (const sql of await statementsFor(join(folder, 'credit.parquet'), 'memory.default.page')) await trino.run(sql)
  cpSync(join(ROOT, 'examples/credit/contract.odcs.yaml'), join(folder, 'contract.odcs.yaml'))
  // The engine is the reader's own, beside the data.
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  mkdirSync(join(folder, 'data'))
  cpSync(join(folder, 'train.parquet'), join(folder, 'data/train.parquet'))
  cpSync(join(folder, 'tables.duckdb'), join(folder, 'warehouse.duckdb'))
  const here = { 'https://trino.example:8443': trino.url, 'hive.risk.credit': 'memory.default.page' }
  const shown = blockOf('docs/pushdown.md', 'proofmark data-validate', here).split('\n')
  expect(shown).toHaveLength(2)
  for (const [n, gate] of (['data-validate', 'drift-compare'] as const).entries()) {
    const told = async (line = '') => {
      const { status, said } = await shell(folder, line)
      return { status, said: status === 3 || status === 4 ? said : '', checks: statuses(folder, gate) }
    }
    const there = await told(shown[n])
    const file = shown[n]?.replace(/'(?:trino|duckdb):[^']*'/, 'credit.parquet')
    expect(there).toEqual(await told(file))
    expect(there.checks.length).toBeGreaterThan(10)
  }
}

const statuses = (folder: string, gate: Parameters<typeof evidenceIn>[1]) =>
  evidenceIn(folder, gate).checks.map(({ id, status }) => `${id} ${status}`)
