import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { beforeAll, describe, expect, it } from 'vitest'
import { measureDrift } from '../../src/commands/measure-drift.ts'
import { withDialects } from '../../src/commands/with-dialects.ts'
import type { ColumnCells } from '../../src/core/drift/column-cells.ts'
import { Dialect } from '../../src/core/tables/dialect.ts'
import { localTables } from '../../src/tables/local-tables.ts'
import { columnsOf } from '../core/drift/measures/odd-cells.ts'
import { plainCells } from '../core/drift/measures/plain-cells.ts'
import { random } from '../core/drift/random.ts'

const ROWS = 20_000
const folder = mkdtempSync(join(tmpdir(), 'proofmark-drift-'))
const draw = columnsOf(random(12).uniform)
const names = Object.keys(draw)
const table = Array.from({ length: ROWS }, () => names.map(name => draw[name]?.() ?? ''))
const cell = (text: string) => (/[",\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const text = [names, ...table].map(row => `${row.map(cell).join(',')}\n`).join('')

/** Rows of the first text and of the first non-finite cell of each column; -1 where there is none. */
const first = names.flatMap((_, i) => {
  const sorts = table.slice(0, 1000).map(row => plainCells([row[i] ?? '']))
  return [sorts.findIndex(({ text }) => text > 0), sorts.findIndex(({ nonFinite }) => nonFinite > 0)]
})

beforeAll(async () => {
  writeFileSync(join(folder, 't.csv'), text)
  writeFileSync(join(folder, 't.csv.gz'), gzipSync(text))
  writeFileSync(join(folder, 't.csv.zst'), zstdCompressSync(text))
  writeFileSync(
    join(folder, 't.tsv'),
    [names, ...table].map(row => `${row.map(part => cell(part).replaceAll('\t', ' ')).join('\t')}\n`).join(''),
  )
  const object = (row: readonly string[]) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? '']))
  writeFileSync(join(folder, 't.jsonl'), table.map(row => `${JSON.stringify(object(row))}\n`).join(''))
  writeFileSync(join(folder, 'semicolons.csv'), [names, ...table].map(row => `${row.map(cell).join(';')}\n`).join(''))
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run(
    `COPY (SELECT * FROM read_csv('${join(folder, 't.csv')}', all_varchar = true, header = true, delim = ',', quote = '"', nullstr = '')) TO '${join(folder, 't.parquet')}' (FORMAT parquet, ROW_GROUP_SIZE 8192)`,
  )
})

function measure(file: string, { workers = 1, size = ROWS, joint = 0 } = {}) {
  const tables = withDialects(localTables(folder, workers), {
    'semicolons.csv': Dialect.parse({ delimiter: ';' }),
  })
  const columns = names.map(name => ({ name }))
  const job = { columns, size, ...(joint > 0 ? { joint: { columns: names, rows: joint } } : {}) }
  return measureDrift(file, 'current', job, { tables, log: { info() {}, warn() {}, progress() {} } })
}

/** What does not depend on where rows stand in the file. Of too many texts the same are kept, but in the order in which they come. */
const placeless = ({
  rows,
  missing,
  numbers,
  instants,
  summary,
  text,
  nonFinite,
  categories,
  uncounted,
}: ColumnCells) => ({
  ...{ rows, missing, numbers, instants, summary, text: text.count, nonFinite: nonFinite.count, uncounted },
  categories: [...categories].map(([name, { count }]) => [name, count]),
})

describe('a table is measured', () => {
  it('as reading it cell by cell finds it', async () => {
    const { columns, material } = await measure('t.csv')
    expect(material).toMatchObject({ rows: ROWS, bytes: Buffer.byteLength(text), role: 'current' })
    for (const [i, column] of columns.entries()) {
      const plain = plainCells(table.map(row => row[i] ?? ''))
      expect(column.numbers).toEqual(plain.numbers)
      expect(column.instants).toEqual(plain.instants)
      expect([column.missing, column.text.count, column.nonFinite.count]).toEqual([
        plain.missing,
        plain.text,
        plain.nonFinite,
      ])
      for (const [name, { count }] of column.categories) expect(count).toBe(plain.categories.get(name))
    }
  })

  it.each(['t.csv.gz', 't.csv.zst', 't.tsv', 't.jsonl', 't.parquet', 'semicolons.csv'])('alike from %s', async file => {
    const [one, other] = [await measure('t.csv'), await measure(file)]
    // A tab becomes a space where it separates cells: both are missing values.
    expect(other.columns.map(placeless)).toEqual(one.columns.map(placeless))
  })

  it('alike by any number of workers, its samples too', async () => {
    const alone = await measure('t.csv', { size: 1000, joint: 300 })
    for (const workers of [1, 3]) {
      const { columns, joint } = await measure('t.csv.gz', { workers, size: 1000, joint: 300 })
      expect(columns).toEqual(alone.columns)
      expect(joint).toEqual(alone.joint)
    }
    expect(alone.columns[0]?.numbers.length).toBe(1000)
    expect(alone.joint?.rows).toBe(300)
    const rows = new Set(table.map(row => row.join('|')))
    for (let row = 0; row < 300; row++) {
      expect(rows).toContain(names.map(name => alone.joint?.columns.get(name)?.[row]).join('|'))
    }
  })

  it.each(['t.csv', 't.csv.gz', 't.jsonl', 't.parquet', 'semicolons.csv'])(
    'with the lines of first cells: %s',
    async file => {
      const { columns, tellLines } = await measure(file)
      const cells = columns.flatMap(({ text, nonFinite }) => [text, nonFinite])
      await tellLines(cells)
      const header = /csv/.test(file) ? 2 : 1
      expect(cells.map(({ line }) => line)).toEqual(first.map(row => (row === -1 ? undefined : row + header)))
    },
  )
})
