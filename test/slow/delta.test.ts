import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { duckdbOfLakes } from '../harness/engines/duckdb-lake.ts'
import { eachFamily } from '../harness/engines/every-check.ts'
import { everyKind } from '../harness/engines/every-kind.ts'
import { judged } from '../harness/engines/judged.ts'
import { tablesOf } from '../harness/engines/tables-of.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const ROWS = 400
const folder = temporaryFolder('delta')
const { extensions, api } = duckdbOfLakes(folder)
const tables = tablesOf(folder, { rows: 0, groups: 1400 }, { environment: { PROOFMARK_DUCKDB_EXTENSIONS: extensions } })
const there = (more = '') => `duckdb:credit?table=credit&key=id${more}`

/** What Delta Lake calls the types that DuckDB has. */
const TYPES: Readonly<Record<string, string>> = {
  BIGINT: 'long',
  INTEGER: 'integer',
  DOUBLE: 'double',
  FLOAT: 'float',
  BOOLEAN: 'boolean',
  DATE: 'date',
  VARCHAR: 'string',
  TIMESTAMP: 'timestamp_ntz',
}

/** Writes versions of a table as the protocol of Delta Lake has them: each a file of rows, and a line of the log that adds it, or takes one away. */
beforeAll(async () => {
  const log = join(folder, 'credit', '_delta_log')
  mkdirSync(log, { recursive: true })
  const instance = await api.DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const write = (name: string, query: string) =>
    connection.run(`COPY (${query}) TO '${join(folder, name)}' (FORMAT parquet)`)
  const [before, after] = ['<=', '>'].map(is => `SELECT * FROM (${everyKind(2 * ROWS)}) WHERE id ${is} ${ROWS}`)
  await write('first.parquet', `${before}`)
  await write('credit/a.parquet', `${before}`)
  await write('credit/b.parquet', `${after}`)
  await write('both.parquet', everyKind(2 * ROWS))
  const described = await connection.runAndReadAll(`DESCRIBE ${everyKind(ROWS)}`)
  const fields = described.getRowsJson().map(([name, type]) => ({
    name,
    type: TYPES[String(type)] ?? String(type).toLowerCase().replace(' ', ''),
    nullable: true,
    metadata: {},
  }))
  connection.closeSync()
  instance.closeSync()
  const commit = (version: number, ...actions: object[]) =>
    writeFileSync(
      join(log, `${String(version).padStart(20, '0')}.json`),
      actions.map(action => `${JSON.stringify(action)}\n`).join(''),
    )
  const add = (path: string) => ({
    add: {
      path,
      partitionValues: {},
      size: statSync(join(folder, 'credit', path)).size,
      modificationTime: 0,
      dataChange: true,
    },
  })
  const features = { readerFeatures: ['timestampNtz'], writerFeatures: ['timestampNtz'] }
  commit(
    0,
    { protocol: { minReaderVersion: 3, minWriterVersion: 7, ...features } },
    {
      metaData: {
        id: 'credit',
        format: { provider: 'parquet', options: {} },
        schemaString: JSON.stringify({ type: 'struct', fields }),
        partitionColumns: [],
        configuration: {},
        createdTime: 0,
      },
    },
    add('a.parquet'),
  )
  commit(1, add('b.parquet'))
})

describe('a table of Delta Lake in DuckDB', () => {
  it('gets the verdict of a file of the same rows in each of its versions, and says which it was', async () => {
    for (const [more, file, id] of [
      ['', 'both.parquet', '1'],
      ['&snapshot=0', 'first.parquet', '0'],
    ] as const) {
      const found = await judged(tables, there(more), eachFamily)
      const here = await judged(tables, file, eachFamily)
      expect([...found.untaken]).toEqual([])
      expect(found.checks).toEqual(here.checks)
      expect(found.columns).toEqual(here.columns)
      expect(found.origin?.engine).toMatchObject({ version: 'duckdb v1.5.5', snapshot: { id } })
    }
  })

  it('says what it has no version of', async () => {
    const measured = (more: string) => judged(tables, there(more), eachFamily)
    await expect(measured('&snapshot=2')).rejects.toThrow('Expected a snapshot of credit but found 2 of 2')
    await expect(measured('&as-of=2026-01-01T00:00:00Z')).rejects.toThrow(
      'Expected a snapshot of credit but found as-of, which DuckDB does not know of Delta Lake',
    )
    await expect(judged(tables, 'duckdb:both.parquet?table=credit&snapshot=1', eachFamily)).rejects.toThrow(
      'Expected snapshots of both.parquet but found a table that keeps none',
    )
    mkdirSync(join(folder, 'empty'))
    await expect(judged(tables, 'duckdb:empty?table=credit', eachFamily)).rejects.toThrow(
      'Expected empty to be a table of Delta Lake or Iceberg but found neither _delta_log nor metadata in it',
    )
    const bare = tablesOf(folder, {}, { environment: { PROOFMARK_DUCKDB_EXTENSIONS: folder } })
    await expect(judged(bare, there(), eachFamily)).rejects.toThrow(
      /^Expected DuckDB to have its extension delta but found: /,
    )
  })
})
