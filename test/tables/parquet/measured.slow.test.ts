import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { beforeAll, describe, expect, it } from 'vitest'
import { showRows } from '../../../src/core/tables/shown-rows.ts'
import { localTables } from '../../../src/tables/local-tables.ts'
import { sha256 } from '../../harness/sha256.ts'

const CONTRACT = `
apiVersion: v3.1.0
kind: DataContract
id: c
version: 1.0.0
status: active
schema:
  - name: t
    quality:
      - metric: duplicateValues
        arguments: { properties: [id, word] }
        mustBe: 0
    properties:
      - name: id
        logicalType: integer
        required: true
        unique: true
        logicalTypeOptions: { maximum: 90000 }
      - name: word
        logicalType: string
        logicalTypeOptions: { pattern: '^[a-z]+$', maxLength: 8 }
      - name: amount
        logicalType: number
        logicalTypeOptions: { minimum: -400 }
      - { name: day, logicalType: date, logicalTypeOptions: { minimum: '1969-12-30', maximum: '2020-01-01' } }
      - { name: moment, logicalType: timestamp, logicalTypeOptions: { maximum: '2024-03-01T00:00:00Z' } }
      - { name: flag, logicalType: boolean }
`

const folder = mkdtempSync(join(tmpdir(), 'proofmark-parquet-'))

/** The same rows in both formats, Parquet in groups of 20 480; a column that the contract does not name among them. */
beforeAll(async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run(`CREATE TABLE t AS SELECT
    CASE WHEN i % 997 = 0 THEN 7 ELSE i END AS id,
    repeat(md5(i::VARCHAR), 2) AS other,
    CASE WHEN i % 13 = 0 THEN NULL WHEN i % 101 = 0 THEN 'grün' ELSE chr((97 + i % 26)::INT) END AS word,
    CASE WHEN i % 17 = 0 THEN NULL ELSE (i * 7919 % 100003) / 8.0 - 500.0625 END AS amount,
    DATE '1969-12-01' + (i % 20000)::INT AS day,
    TIMESTAMP '2024-01-01 00:00:00' + to_milliseconds(i * 61_001) AS moment,
    i % 3 = 0 AS flag
    FROM range(100_000) r(i)`)
  await connection.run(
    `COPY t TO '${join(folder, 't.parquet')}' (FORMAT parquet, ROW_GROUP_SIZE 20480, COMPRESSION snappy)`,
  )
  await connection.run(
    `COPY (SELECT * REPLACE (strftime(moment, '%Y-%m-%dT%H:%M:%S.%gZ') AS moment) FROM t) TO '${join(folder, 't.csv')}' (FORMAT csv)`,
  )
})

async function answerTo(name: string, workers: number) {
  const job = { file: 't', contract: { name: 'c.yaml', text: CONTRACT }, asOf: 0, others: [] }
  const { run, find, read, header, material } = await localTables(folder, workers).measure(name, job, {
    progress: () => {},
  })
  const { checks, columns } = await showRows(run.answer, { find, sha256, ...(read ? { read } : {}) })
  return { header, columns, checks, rows: material('data').rows }
}

describe('Parquet in groups of rows', () => {
  it('is judged alike by any number of workers', async () => {
    expect(statSync(join(folder, 't.parquet')).size).toBeGreaterThan(4 * 1024 * 1024)
    const expected = await answerTo('t.parquet', 1)
    expect(await answerTo('t.parquet', 2)).toEqual(expected)
    expect(await answerTo('t.parquet', 3)).toEqual(expected)
  })

  it('is judged as the same table in CSV is, its rows a line earlier', async () => {
    const [parquet, csv] = [await answerTo('t.parquet', 2), await answerTo('t.csv', 1)]
    const told = ({ checks }: typeof csv, shift: number) =>
      // Of columns the first line is named, which in Parquet is none.
      checks
        .filter(({ id }) => id !== 'unexpected-columns')
        .map(({ hint: _, locations = [], ...check }) => ({
          ...check,
          locations: locations.map(place =>
            place.file === 't' && place.line !== undefined ? { ...place, line: place.line + shift } : place,
          ),
        }))
    expect(told(parquet, 1)).toEqual(told(csv, 0))
    expect(parquet.rows).toBe(csv.rows)
    // Quantiles are of samples, which are drawn by where the rows stand.
    const exact = ({ columns }: typeof csv) => columns.map(({ quantiles: _, bars: __, ...profile }) => profile)
    expect(exact(parquet)).toEqual(exact(csv))
    expect(parquet.checks.filter(({ status }) => status === 'fail').map(({ id }) => id)).toEqual([
      'duplicate-values',
      'id.unique',
      'id.range',
      'word.pattern',
      'amount.range',
      'day.range',
      'moment.range',
    ])
  })
})
