import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Material } from '../../src/core/evidence.ts'
import type { Row } from '../../src/ports.ts'
import { localTables } from '../../src/tables/local-tables.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tables-'))
})
afterEach(() => rmSync(root, { recursive: true }))

async function read(
  content: string | Buffer,
  name = 't.csv',
): Promise<{ header: readonly string[]; rows: Row[]; material: Material }> {
  writeFileSync(join(root, name), content)
  const table = await localTables(root).open(name)
  const rows: Row[] = []
  for await (const batch of table.batches) rows.push(...batch)
  return { header: table.header, rows, material: table.material('data') }
}

describe('a table is read', () => {
  it('with its header, its rows and their lines', async () => {
    const { header, rows } = await read('id,name\n1,a\n2,"b ""x"", c"\n3,\n')
    expect(header).toEqual(['id', 'name'])
    expect(rows).toEqual([
      { line: 2, cells: ['1', 'a'] },
      { line: 3, cells: ['2', 'b "x", c'] },
      { line: 4, cells: ['3', ''] },
    ])
  })

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('with lines counted through quoted line ends: %s', async (_, end) => {
    const { rows } = await read(['a,b', '"1', '2', '', '3",x', '4,"y', '"', '5,z'].join(end))
    expect(rows.map(({ line }) => line)).toEqual([2, 6, 8])
    expect(rows[0]?.cells).toEqual([`1${end}2${end}${end}3`, 'x'])
  })

  it('without its byte order mark, and with cells as they are: not trimmed, not converted', async () => {
    const { header, rows } = await read('\ufeff"a",b\n 1 ,NaN\n')
    expect(header).toEqual(['a', 'b'])
    expect(rows[0]?.cells).toEqual([' 1 ', 'NaN'])
  })

  it('separated by tabs where it is called .tsv', async () => {
    const { header, rows } = await read('a\tb\n1,5\t"x\ty"\n', 't.TSV')
    expect([header, rows[0]?.cells]).toEqual([
      ['a', 'b'],
      ['1,5', 'x\ty'],
    ])
  })

  it('with no rows where it has only a header, ended or not', async () => {
    expect((await read('a,b\n')).rows).toEqual([])
    expect((await read('a,b')).material.rows).toBe(0)
  })

  it('with blank lines at its end left out, but kept where there is one column', async () => {
    expect((await read('a,b\n1,2\n\n\r\n')).rows).toHaveLength(1)
    expect((await read('a\n1\n\n2\n')).rows.map(row => row.cells[0])).toEqual(['1', '', '2'])
  })

  it('with digest, size and number of rows from the same pass', async () => {
    const content = `\ufeffid,t\n${Array.from({ length: 50_000 }, (_, i) => `${i},"日本\n${i}"`).join('\n')}\n`
    const { rows, material } = await read(content)
    expect(rows).toHaveLength(50_000)
    expect(rows.at(-1)).toEqual({ line: 100_000, cells: ['49999', '日本\n49999'] })
    const bytes = Buffer.from(content)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(material).toEqual({ name: 't.csv', role: 'data', digest: { sha256 }, bytes: bytes.length, rows: 50_000 })
  })

  it('in batches, and gives no digest before its end', async () => {
    writeFileSync(join(root, 't.csv'), `a,b\n${'1,2\n'.repeat(100_000)}`)
    const table = await localTables(root).open('./t.csv')
    const sizes: number[] = []
    for await (const batch of table.batches) {
      sizes.push(batch.length)
      expect(() => table.material('data')).toThrow()
    }
    expect(sizes.length).toBeGreaterThan(2)
    expect(Math.max(...sizes)).toBeLessThan(50_000)
    expect(table.material('reference')).toMatchObject({ name: 't.csv', role: 'reference', rows: 100_000 })
  })
})

describe('a table is refused, with the place and a remedy', () => {
  it.each([
    ['empty', '', 'table.empty', 'Expected a header and rows but t.csv is empty', 1],
    ['a byte order mark alone', '\ufeff', 'table.empty', 'Expected a header and rows but t.csv is empty', 1],
    ['a blank first line', '\na,b\n', 'table.empty', 'Expected a header but the first line is blank (t.csv:1)', 1],
    [
      'a column without a name',
      'a, ,c\n1,2,3\n',
      'table.blank-header',
      'Expected a name for column 2 but found none (t.csv:1)',
      1,
    ],
    [
      'an index of pandas',
      ',a\n0,1\n',
      'table.blank-header',
      'Expected a name for column 1 but found none (t.csv:1)',
      1,
    ],
    [
      'a name twice',
      'a,b,a\n',
      'table.duplicate-header',
      'Expected a name of its own for every column but columns 1 and 3 share one (t.csv:1)',
      1,
    ],
    [
      'a cell too few',
      'a,b\n"1\n1",2\n3\n',
      'table.ragged-row',
      'Expected 2 cells as in the header but found 1 (t.csv:4)',
      4,
    ],
    [
      'a cell too many',
      'a,b\n1,2,3\n',
      'table.ragged-row',
      'Expected 2 cells as in the header but found 3 (t.csv:2)',
      2,
    ],
    [
      'a blank line between rows',
      'a,b\n1,2\n\n3,4\n',
      'table.ragged-row',
      'Expected 2 cells as in the header but the line is blank (t.csv:3)',
      3,
    ],
    [
      'an open quote',
      'a,b\n1,"x\ny"\n2,"open\n3,4\n',
      'table.open-quote',
      'Expected the quote that opens here to be closed but the file ends first (t.csv:4)',
      4,
    ],
    [
      'an open quote, CRLF, after a mark',
      '\ufeffa,b\r\n"1\r\n\r\n","2"\r\n"3,","4\r\n',
      'table.open-quote',
      'Expected the quote that opens here to be closed but the file ends first (t.csv:5)',
      5,
    ],
    [
      'an open quote in the header',
      'a,"b\n1,2\n',
      'table.open-quote',
      'Expected the quote that opens here to be closed but the file ends first (t.csv:1)',
      1,
    ],
    [
      'a quote inside a cell',
      'a,b\n1,2\n3,x"y"\n',
      'table.stray-quote',
      'Expected a quote only at the start of a cell but found one inside it (t.csv:3)',
      3,
    ],
    [
      'text after a quoted cell',
      'a,b\n1,2\n3,"x"y\n',
      'table.stray-quote',
      "Expected a separator or the line's end after the quoted cell that starts here (t.csv:3)",
      3,
    ],
    [
      'a NUL byte',
      'a,b\n1,2\n3,\0\n',
      'file.nul',
      'Expected t.csv to be UTF-8 text but found a NUL byte at byte 10 (t.csv:3)',
      3,
    ],
    [
      'Latin-1',
      Buffer.from('a,b\n1,caf\xe9\n', 'latin1'),
      'file.encoding',
      'Expected t.csv to be UTF-8 text but found 0xe9 at byte 9 (t.csv:2)',
      2,
    ],
    [
      'UTF-16',
      Buffer.from('\ufeffa,b\n', 'utf16le'),
      'file.encoding',
      'Expected t.csv to be UTF-8 text but found UTF-16 (t.csv:1)',
      1,
    ],
    [
      'semicolons',
      'a;b;c\n1;2;3\n',
      'table.separator',
      'Expected cells separated by commas but the header looks separated by semicolons (t.csv:1)',
      1,
    ],
    [
      'tabs in a .csv',
      'a\tb\n1\t2\n',
      'table.separator',
      'Expected cells separated by commas but the header looks separated by tabs (t.csv:1)',
      1,
    ],
    [
      'bars',
      'a|b\n1|2\n',
      'table.separator',
      'Expected cells separated by commas but the header looks separated by bars (|) (t.csv:1)',
      1,
    ],
    [
      'CR alone',
      'a,b\r1,2\r',
      'table.line-ends',
      'Expected lines to end in LF or CRLF but found CR alone (t.csv:1)',
      1,
    ],
    [
      'Git LFS',
      'version https://git-lfs.github.com/spec/v1\noid sha256:0\n',
      'file.git-lfs',
      'Expected t.csv to be UTF-8 text but found a Git LFS pointer (t.csv:1)',
      1,
    ],
    [
      'a workbook',
      Buffer.from('PK\x03\x04rest'),
      'file.binary',
      'Expected t.csv to be UTF-8 text but found a zip archive (or a workbook of Excel) (t.csv:1)',
      1,
    ],
  ])('%s', async (_, content, code, message, line) => {
    const refusal = await read(content).catch(error => error)
    expect(refusal).toMatchObject({ name: 'UserError', code, message, line, kind: 'input', file: 't.csv' })
    expect(refusal.hint).toMatch(/\w/)
  })

  it('the first of several faults is told', async () => {
    await expect(read('a,b\n1,2\n3\n4,x"y\n')).rejects.toMatchObject({ code: 'table.ragged-row', line: 3 })
    await expect(read('a,b\n1,2\n3\n4,"x\n')).rejects.toMatchObject({ code: 'table.ragged-row', line: 3 })
    await expect(read('a,a\n4,"x\n')).rejects.toMatchObject({ code: 'table.duplicate-header' })
  })

  it('a first line that looks like values, without showing them', async () => {
    const refusal = await read('Jane,42,Jane\nJoe,43,Jack\n').catch(error => error)
    expect(refusal).toMatchObject({ hint: 'The first line looks like values: is the header missing?' })
    expect(refusal.message).not.toContain('Jane')
  })

  it('commas in a .tsv', async () => {
    await expect(read('a,b\n1,2\n', 't.tsv')).rejects.toMatchObject({
      message: 'Expected cells separated by tabs but the header looks separated by commas (t.tsv:1)',
    })
  })

  it('bad bytes and open quotes far into a large file, after the rows before them were given', async () => {
    const rows = '1,é\n'.repeat(200_000)
    await expect(
      read(Buffer.concat([Buffer.from(`a,b\n${rows}`), Buffer.from([0x31, 0x2c, 0xff, 0x0a])])),
    ).rejects.toMatchObject({
      line: 200_002,
      message: expect.stringContaining(`0xff at byte ${4 + 5 * 200_000 + 2} `),
    })
    await expect(read(`a,b\n${rows}"1,2\n${rows}`)).rejects.toMatchObject({ code: 'table.open-quote', line: 200_002 })
  })

  it('a row that an open quote makes longer than any row is', async () => {
    await expect(read(`a,b\n1,2\n3,"${'x'.repeat(17 * 1024 * 1024)}`)).rejects.toMatchObject({
      code: 'table.long-row',
      line: 3,
    })
  })

  it('a missing file, a folder, a link out of the root', async () => {
    writeFileSync(join(root, 'holdout.csv'), 'a\n1\n')
    symlinkSync('/etc/passwd', join(root, 'link.csv'))
    const tables = localTables(root)
    await expect(tables.open('holdot.csv')).rejects.toMatchObject({
      code: 'file.missing',
      hint: 'Did you mean holdout.csv?',
    })
    await expect(tables.open('.')).rejects.toMatchObject({ code: 'file.is-folder' })
    await expect(tables.open('link.csv')).rejects.toMatchObject({ code: 'file.link-leaves-root' })
  })
})
