import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { localTables } from '../../../src/tables/local-tables.ts'
import { changeFooter, inside, setField, type ThriftStruct } from '../../harness/parquet-footer.ts'

const FIXTURES = 'test/fixtures/tables'
/** Columns of table.csv by their place in the schema, and rows of the first group. */
const [ID, AMOUNT, HOME, ACTIVE, OPENED] = [0, 1, 2, 3, 4]
const ROWS = 128

/** Fields of parquet.thrift. */
const [ROW_GROUPS, COLUMNS, META, STATISTICS] = [4, 1, 3, 12]
const [MAX, MIN, NULL_COUNT, DISTINCT_COUNT, MAX_VALUE, MIN_VALUE, MAX_EXACT, MIN_EXACT] = [1, 2, 3, 4, 5, 6, 7, 8]

const root = mkdtempSync(join(tmpdir(), 'parquet-footer-'))
afterAll(() => rmSync(root, { recursive: true }))

const contract = (columns: readonly string[]) => `
apiVersion: v3.1.0
kind: DataContract
id: c
version: 1.0.0
status: active
schema:
  - name: t
    properties: ${JSON.stringify(columns.map(name => ({ name })))}
    quality: [{ metric: rowCount, mustBe: 300 }]
`

/** Measures a file whose footer was changed; gives the rows. */
async function measured(
  change: (footer: ThriftStruct) => void,
  { columns = ['id', 'amount', 'home', 'active', 'opened', 'big'], file = 'none.parquet' } = {},
) {
  writeFileSync(join(root, 't.parquet'), changeFooter(readFileSync(join(FIXTURES, file)), change))
  const job = { file: 't.parquet', contract: { name: 'c.yaml', text: contract(columns) }, asOf: 0, others: [] }
  const { material } = await localTables(root, 1).measure('t.parquet', job, { progress: () => {} })
  return material('data').rows
}

const chunk = (footer: ThriftStruct, column: number, group = 0) =>
  inside(footer, ROW_GROUPS, group, COLUMNS, column, META)
const claims = (column: number, change: (statistics: ThriftStruct) => void) => (footer: ThriftStruct) =>
  change(inside(chunk(footer, column), STATISTICS))

/** Without a word on whether the bounds are exact, which pyarrow has. */
const loosely = (change: (statistics: ThriftStruct) => void) => (statistics: ThriftStruct) => {
  for (const id of [MIN_EXACT, MAX_EXACT]) statistics.delete(id)
  change(statistics)
}

const double = (value: number) => new Uint8Array(Float64Array.of(value).buffer)
const int32 = (value: number) => new Uint8Array(Int32Array.of(value).buffer)
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('a footer that says of a column what its pages do not bear out is an error that names it', () => {
  it.each<[string, number, string, (statistics: ThriftStruct) => void]>([
    ['too few nulls', AMOUNT, 'null_count is 3, and 8 of its 128 rows are null', s => setField(s, NULL_COUNT, 3n)],
    ['nulls that are none', ID, 'null_count is 1, and 0 of its 128 rows are null', s => setField(s, NULL_COUNT, 1n)],
    ['a value below', ID, 'a value is below its min_value', s => setField(s, MIN_VALUE, int32(2))],
    ['a value above', ID, 'a value is above its max_value', s => setField(s, MAX_VALUE, int32(127))],
    ['a fraction above', AMOUNT, 'a value is above its max_value', s => setField(s, MAX_VALUE, double(158.7))],
    ['a day before', OPENED, 'a value is below its min_value', s => setField(s, MIN_VALUE, int32(19_724))],
    ['a truth', ACTIVE, 'a value is above its max_value', s => setField(s, MAX_VALUE, Uint8Array.of(0))],
    ['a text above', HOME, 'a value is above its max_value', s => setField(s, MAX_VALUE, utf8('reds'))],
    ['a text below', HOME, 'a value is below its min_value', s => setField(s, MIN_VALUE, utf8('grüna'))],
    ['a bound of another type', ID, 'min_value is no value of its type', s => setField(s, MIN_VALUE, utf8('1'))],
    ['more different values than rows', ID, 'distinct_count is 129', s => setField(s, DISTINCT_COUNT, 129n)],
    [
      'an exact bound that no value has',
      AMOUNT,
      'min_value is said to be exact, and no value is it',
      s => {
        setField(s, MIN_VALUE, double(-1))
        setField(s, MIN_EXACT, true)
      },
    ],
    [
      'an old bound of numbers',
      ID,
      'a value is above its max_value',
      s => {
        s.delete(MAX_VALUE)
        setField(s, MAX, int32(5))
      },
    ],
  ])('%s', async (_, column, found, change) => {
    const name = ['id', 'amount', 'home', 'active', 'opened'][column]
    await expect(measured(claims(column, change))).rejects.toMatchObject({
      code: 'table.parquet-footer',
      file: 't.parquet',
      message: expect.stringContaining(`column "${name}" of row group 0 (the first is 0) it does not: ${found}`),
    })
  })

  it('shows no value of the column', async () => {
    const change = claims(
      HOME,
      loosely(s => setField(s, MAX_VALUE, utf8('secretly'))),
    )
    await expect(measured(change)).resolves.toBe(300)
    const lie = claims(HOME, s => setField(s, MIN_VALUE, utf8('secretly')))
    await expect(measured(lie)).rejects.toMatchObject({ message: expect.not.stringMatching(/secret|owner|rent/) })
  })

  it('is no matter of columns that nobody reads', async () => {
    const change = claims(AMOUNT, s => setField(s, NULL_COUNT, 3n))
    await expect(measured(change, { columns: ['id', 'home'] })).resolves.toBe(300)
  })
})

describe('a footer may say less than it could', () => {
  it.each<[string, number, (statistics: ThriftStruct) => void]>([
    ['nothing at all', ID, s => s.clear()],
    ['wider bounds', AMOUNT, s => setField(s, MIN_VALUE, double(-1e9))],
    ['a bound cut off', HOME, s => setField(s, MIN_VALUE, utf8('gr'))],
    ['a bound that is not a number', AMOUNT, s => setField(s, MAX_VALUE, double(Number.NaN))],
    ['exact bounds that are', ID, s => [MIN_EXACT, MAX_EXACT].map(id => setField(s, id, true))],
    [
      'old bounds of texts, whose order nobody knows',
      HOME,
      s => {
        s.delete(MIN_VALUE)
        s.delete(MAX_VALUE)
        setField(s, MAX, utf8('a'))
        setField(s, MIN, utf8('z'))
      },
    ],
  ])('%s', async (_, column, change) => {
    await expect(measured(claims(column, loosely(change)))).resolves.toBe(300)
  })
})

describe('a footer that says other numbers of rows', () => {
  const fewer = (footer: ThriftStruct) => {
    setField(footer, 3, 290n)
    setField(inside(footer, ROW_GROUPS, 0), 3, 118n)
    for (const column of [0, 1, 2, 3, 4, 5]) {
      setField(chunk(footer, column), 5, 118n)
      chunk(footer, column).delete(STATISTICS)
    }
  }

  it.each([{ columns: ['id', 'home'] }, { columns: ['amount'] }])('hides no rows: $columns', async ({ columns }) => {
    await expect(measured(fewer, { columns })).rejects.toMatchObject({
      code: 'table.parquet-footer',
      message: expect.stringContaining('num_rows is 118, and its pages hold more rows'),
    })
  })

  it('is found out where no column is read, by what the pages say', async () => {
    await expect(measured(() => {}, { columns: [] })).resolves.toBe(300)
    await expect(measured(fewer, { columns: [] })).rejects.toMatchObject({
      code: 'table.parquet-footer',
      message: expect.stringContaining('num_rows is 118, and its pages hold 128 rows'),
    })
  })

  it('makes up no rows', async () => {
    const more = (footer: ThriftStruct) => {
      setField(footer, 3, 1300n)
      setField(inside(footer, ROW_GROUPS, 0), 3, 1128n)
      for (const column of [0, 1, 2, 3, 4, 5]) setField(chunk(footer, column), 5, 1128n)
    }
    await expect(measured(more, { columns: ['id'] })).rejects.toMatchObject({
      code: 'table.parquet-footer',
      message: expect.stringContaining('num_rows is 1128, and its pages hold 128 rows'),
    })
  })
})

describe('what the footer alone shows to be wrong is told before any page is read', () => {
  it.each<[string, string, string, (footer: ThriftStruct) => void]>([
    [
      'a column that has other rows than its group',
      'table.parquet-footer',
      `num_values is 5, and num_rows is ${ROWS}`,
      footer => setField(chunk(footer, ID), 5, 5n),
    ],
    [
      'more nulls than rows',
      'table.parquet-footer',
      'null_count is 129, and num_values is 128',
      claims(ID, s => setField(s, NULL_COUNT, 129n)),
    ],
    ['other rows than its groups', 'table.parquet', 'it says 7 rows and holds 300', footer => setField(footer, 3, 7n)],
    [
      'fewer rows than none',
      'table.parquet',
      'row group 0 has -1 rows',
      footer => setField(inside(footer, ROW_GROUPS, 0), 3, -1n),
    ],
    [
      'a column beyond the end of the file',
      'table.parquet',
      'column "home" of row group 0 (the first is 0) lies outside the file',
      footer => setField(chunk(footer, HOME), 7, 10_000_000n),
    ],
    [
      'a column before the beginning',
      'table.parquet',
      'column "home" of row group 0 (the first is 0) lies outside the file',
      footer => setField(chunk(footer, HOME), 11, -5n),
    ],
    [
      'a column that unpacks to more than memory holds',
      'table.parquet-group',
      'found a larger one',
      footer => setField(chunk(footer, AMOUNT), 6, 2n ** 40n),
    ],
    [
      'a group of more rows than memory holds',
      'table.parquet-group',
      'found a larger one',
      footer => setField(inside(footer, ROW_GROUPS, 0), 3, 2n ** 40n),
    ],
  ])('%s', async (_, code, found, change) => {
    const blank = (file: Buffer) => file.fill(0xff, 4, 3000)
    const name = 'blank.parquet'
    writeFileSync(join(root, name), changeFooter(blank(readFileSync(join(FIXTURES, 'none.parquet'))), change))
    await expect(localTables(root, 1).open(name)).rejects.toMatchObject({
      code,
      file: name,
      message: expect.stringContaining(found),
    })
  })
})
