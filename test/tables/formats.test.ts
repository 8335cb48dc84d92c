import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Dialect } from '../../src/core/tables/dialect.ts'
import { showRows } from '../../src/core/tables/shown-rows.ts'
import type { Row } from '../../src/ports.ts'
import { localTables } from '../../src/tables/local-tables.ts'
import { sha256 } from '../harness/sha256.ts'

const FIXTURES = 'test/fixtures/tables'
const PARQUET = ['none', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4', 'plain-v1', 'pages-v2']

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'formats-'))
  cpSync(FIXTURES, root, { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true }))

async function read(name: string, dialect?: Parameters<typeof Dialect.parse>[0]) {
  const table = await localTables(root).open(name, dialect === undefined ? undefined : Dialect.parse(dialect))
  const rows: Row[] = []
  for await (const batch of table.batches) rows.push(...batch)
  return { header: table.header, rows, cells: rows.map(row => row.cells), material: table.material('data') }
}

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(root, name), content)
const digest = (name: string) =>
  createHash('sha256')
    .update(readFileSync(join(root, name)))
    .digest('hex')

const CONTRACT = `
apiVersion: v3.1.0
kind: DataContract
id: c
version: 1.0.0
status: active
schema:
  - name: t
    properties:
      - { name: id, logicalType: integer, primaryKey: true }
      - { name: amount, logicalType: number, required: true, logicalTypeOptions: { maximum: 300 } }
      - { name: home, logicalType: string, logicalTypeOptions: { enum: [owner, rent] } }
      - { name: active, logicalType: boolean }
      - { name: opened, logicalType: date }
      - { name: big, logicalType: integer }
`

async function answer(name: string) {
  const job = { file: 't', contract: { name: 'c.yaml', text: CONTRACT }, asOf: 0, others: [] }
  const { run, find } = await localTables(root).measure(name, job, { progress: () => {} })
  return showRows(run.answer, { find, sha256 })
}

describe('Parquet', () => {
  it.each(PARQUET)('has the cells of the same table as CSV: %s', async codec => {
    const csv = await read('table.csv')
    const parquet = await read(`${codec}.parquet`)
    expect(parquet.header).toEqual(csv.header)
    expect(parquet.cells).toEqual(csv.cells)
    expect(parquet.material).toMatchObject({ rows: 300, digest: { sha256: digest(`${codec}.parquet`) } })
  })

  it('comes to the same answers, with numbers of rows for lines', async () => {
    const { checks: csv, columns } = await answer('table.csv')
    const { checks: parquet, columns: same } = await answer('zstd.parquet')
    expect(same).toEqual(columns)
    const told = (checks: typeof csv) => checks.map(({ id, status, measured }) => ({ id, status, measured }))
    expect(told(parquet)).toEqual(told(csv))
    expect(parquet.some(({ status }) => status === 'fail')).toBe(true)
    const lines = (checks: typeof csv) =>
      checks.flatMap(({ locations = [] }) =>
        locations.flatMap(({ file, line }) => (file === 't' && line !== undefined ? [line] : [])),
      )
    expect(lines(parquet)).toEqual(lines(csv).map(line => line - 1))
  })

  it('shows lists as JSON, and NaN and infinity as what they are', async () => {
    const nested = await read('nested.parquet')
    expect(nested.cells[1]?.at(-1)).toBe('["1","x"]')
    expect(nested.cells[0]?.at(-1)).toBe('')
    expect((await read('not-finite.parquet')).cells).toEqual([['1'], ['NaN'], ['Infinity'], ['']])
  })

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 100)],
    [
      'a footer longer than the file',
      (bytes: Buffer) => {
        bytes.writeUInt32LE(0x0fffffff, bytes.length - 8)
        return bytes
      },
    ],
    [
      'a damaged footer',
      (bytes: Buffer) => {
        const footer = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8)
        return bytes.fill(0x7f, footer, footer + 100)
      },
    ],
    ['nothing but its mark', () => Buffer.from('PAR1')],
  ])('is refused with a sentence where it is damaged: %s', async (_, damage) => {
    put('bad.parquet', damage(readFileSync(join(root, 'snappy.parquet'))))
    await expect(read('bad.parquet')).rejects.toMatchObject({ code: 'table.parquet', file: 'bad.parquet' })
  })
})

describe('compressed text', () => {
  it.each([
    ['table.csv.gz', gzipSync],
    ['table.csv.zst', zstdCompressSync],
  ] as const)('has the rows of the text, and the digest of the file as it is: %s', async (name, compress) => {
    put(name, compress(readFileSync(join(root, 'table.csv'))))
    const [plain, compressed] = [await read('table.csv'), await read(name)]
    expect(compressed.rows).toEqual(plain.rows)
    expect(compressed.material.digest.sha256).toBe(digest(name))
    expect((await answer(name)).checks).toEqual((await answer('table.csv')).checks)
  })

  it.each([
    ['gzip', gzipSync],
    ['zstd', zstdCompressSync],
  ] as const)('that is cut off is no table: %s', async (kind, compress) => {
    const whole = compress(readFileSync(join(root, 'table.csv')))
    put('cut.csv.gz', whole.subarray(0, whole.length - 20))
    await expect(read('cut.csv.gz')).rejects.toMatchObject({
      code: 'table.compression',
      message: expect.stringContaining(`whole ${kind} data`),
    })
  })
})

describe('JSON Lines', () => {
  it('have a column for every key, numbers with their digits, null as nothing', async () => {
    put('t.jsonl', '{"id":1.0,"x":"a"}\n\n{"id":12345678901234567890,"y":null,"x":true}\n{"z":[1.50,{"a":"b"}]}')
    const { header, rows } = await read('t.jsonl')
    expect(header).toEqual(['id', 'x', 'y', 'z'])
    expect(rows).toEqual([
      { line: 1, cells: ['1.0', 'a', '', ''] },
      { line: 3, cells: ['12345678901234567890', 'true', '', ''] },
      { line: 4, cells: ['', '', '', '[1.5,{"a":"b"}]'] },
    ])
  })

  it.each([
    ['{"a":1}\n{"a":', 'table.json', 2],
    ['{"a":1}\n[1]\n', 'table.json', 2],
    ['{"a":1}\n7\n', 'table.json', 2],
    ['{"a":1}\n{"a":1,"a":2}\n', 'table.repeated-key', 2],
    ['', 'table.empty', undefined],
    [`${'{"a":1}\n'.repeat(1000)}{"b":1}\n`, 'table.unknown-key', 1001],
  ])('are refused with the line: %j', async (text, code, line) => {
    put('t.ndjson', text)
    await expect(read('t.ndjson')).rejects.toMatchObject({ code, line })
  })
})

describe('a dialect that is declared', () => {
  it('is read into the cells of the standard one', async () => {
    put('t.csv', Buffer.from("# export\nid;name;amount\n1;'M\xfcller; \\'s';1.234,50\n2;NA;-7,5\n", 'latin1'))
    const { header, rows } = await read('t.csv', {
      delimiter: ';',
      quote: "'",
      escape: '\\',
      comment: '#',
      decimal: ',',
      thousands: '.',
      encoding: 'windows-1252',
      nulls: ['NA'],
    })
    expect(header).toEqual(['id', 'name', 'amount'])
    expect(rows).toEqual([
      { line: 3, cells: ['1', "Müller; 's", '1234.50'] },
      { line: 4, cells: ['2', '', '-7.5'] },
    ])
  })

  it('may have no header, or another', async () => {
    put('t.csv', '1|a\n2|b\n')
    expect((await read('t.csv', { delimiter: '|', header: false })).header).toEqual(['column1', 'column2'])
    const named = await read('t.csv', { delimiter: '|', header: false, columns: ['id', 'x'] })
    expect([named.header, named.cells]).toEqual([
      ['id', 'x'],
      [
        ['1', 'a'],
        ['2', 'b'],
      ],
    ])
  })

  it('may be in another encoding, and is refused where it is not', async () => {
    put('t.csv', Buffer.from('id,x\n1,grün\n', 'utf16le'))
    expect((await read('t.csv', { encoding: 'utf-16le' })).cells).toEqual([['1', 'grün']])
    put('u.csv', Buffer.from('id,x\n1,gr\xfcn\n', 'latin1'))
    await expect(read('u.csv', { encoding: 'utf-8' })).rejects.toMatchObject({ code: 'file.encoding' })
  })

  it('refuses rows that are not of it', async () => {
    put('t.csv', 'id;x\n1;2;3\n')
    await expect(read('t.csv', { delimiter: ';' })).rejects.toMatchObject({ code: 'table.ragged-row', line: 2 })
    put('t.csv', 'id;x\n1;"a\n')
    await expect(read('t.csv', { delimiter: ';' })).rejects.toMatchObject({ code: 'table.dialect' })
  })
})
