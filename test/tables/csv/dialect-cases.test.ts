import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Dialect } from '../../../src/core/tables/dialect.ts'
import { localTables } from '../../../src/tables/local-tables.ts'

type Declared = Parameters<typeof Dialect.parse>[0]

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dialects-'))
})
afterEach(() => rmSync(root, { recursive: true }))

async function read(content: string | Uint8Array, dialect?: Declared) {
  writeFileSync(join(root, 't.csv'), content)
  const table = await localTables(root).open('t.csv', dialect === undefined ? undefined : Dialect.parse(dialect))
  const cells: (readonly string[])[] = [table.header]
  for await (const batch of table.batches) cells.push(...batch.map(row => row.cells))
  return cells
}

const long = 'x'.repeat(65_530)

/** Ways to write RFC 4180 that parsers have stumbled over. */
const STANDARD: Record<string, string> = {
  'a separator in quotes': 'a,b\n"1,5",2\n',
  'empty cells, bare and quoted': 'a,b,c\n,,\n"","",""\n1,,3\n',
  'empty cells in CRLF': 'a,b,c\r\n1,"",""\r\n2,3,4\r\n',
  'doubled quotes': 'a,b\n1,"ha ""ha"" ha"\n3,4\n',
  'quotes and nothing else': 'a,b\n"""",""""""\n',
  'JSON in a cell': 'key,val\n1,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"\n',
  'a line break in quotes': 'a,b,c\n1,2,3\n"Once upon \na time",5,6\n',
  'CRLF in quotes, of rows that end in CRLF': 'a,b\r\n1,"x\r\ny"\r\n',
  'CRLF in quotes, of rows that end in LF': 'a,b\n1,"x\r\ny"\n',
  'quotes and line breaks together': 'a,b\n1,"ha \n""ha"" \nha"\n3,4\n',
  'line breaks and nothing else': 'a,b\n"\n\n","\n"\n',
  'a header in quotes': '"a,1","b\n2"\n1,2\n',
  'no line break at the end': 'a,b\n1,2',
  'a quote at the end, no line break': 'a,b\n1,"2"',
  'letters beyond ASCII': 'a,b\nʤ,"grün, 漢字"\n😀,é\n',
  'a mark of the byte order': '\ufeffa,b\n1,2\n',
  'a mark of the byte order before a quote': '\ufeff"a",b\n1,2\n',
  'blanks around cells': 'a,b\n 1 , 2 \n\t3\t,4\n',
  'one column': 'a\n1\n"2"\n',
  'apostrophes and backslashes, which mean nothing': "a,b\nit's,\\\n\\n,'x'\n",
  'other separators, which mean nothing': 'a,b\n1;2,3|4\n5\t6,7\n',
  'signs of comments, which mean nothing': '#a,b\n#1,2\n',
  'a cell longer than a piece that is read': `a,b\n${long}${long},2\n3,4\n`,
  'a quoted cell over the end of a piece': `a,b\n"${long}""\n,${long}",2\n3,4\n`,
  'a doubled quote over the end of a piece': `a,b\n"${'x'.repeat(65_531)}""",2\n`,
  'CRLF over the end of a piece': `a,b\r\n1,${'x'.repeat(65_528)}\r\n3,4\r\n`,
}

describe('a CSV of the standard dialect has the cells that csv-parse gives', () => {
  it.each(Object.entries(STANDARD))('%s', async (_, text) => {
    expect(await read(text)).toEqual(parse(text, { bom: true, record_delimiter: ['\r\n', '\n'] }))
  })
})

const CELLS = [
  ['name', 'amount', 'note'],
  ['Ann', '1.5', 'a,b;c|d'],
  ["O'Neil", '-2000.25', 'say "no"'],
  ['Grün', '', 'line\nbreak'],
  ['x', '3', ''],
]

/** The cells in a dialect, every one in quotes. */
const written = (delimiter: string, quote: string, escaping: string, end = '\n', decimal = '.') =>
  CELLS.map(row =>
    row
      .map((cell, i) => (i === 1 ? cell.replace('.', decimal) : cell))
      .map(cell => `${quote}${cell.replaceAll(quote, `${escaping}${quote}`)}${quote}`)
      .join(delimiter),
  ).join(end) + end

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const standard = written(',', '"', '"')

/** The same cells in other dialects, and what is declared of each. */
const DIALECTS: [name: string, content: string | Uint8Array, dialect: Declared][] = [
  ['semicolons', written(';', '"', '"'), { delimiter: ';' }],
  ['tabs', written('\t', '"', '"'), { delimiter: '\t' }],
  ['bars', written('|', '"', '"'), { delimiter: '|' }],
  ['blanks', written(' ', '"', '"'), { delimiter: ' ' }],
  ['apostrophes for quotes', written(',', "'", "'"), { quote: "'" }],
  ['backslashes before quotes', written(',', '"', '\\'), { escape: '\\' }],
  ['CRLF', written(';', '"', '"', '\r\n'), { delimiter: ';' }],
  ['decimal commas', written(';', '"', '"', '\n', ','), { delimiter: ';', decimal: ',' }],
  ['comments', `# by hand\n${standard}# the end\n`, { comment: '#' }],
  ['UTF-16, little end first', Buffer.from(standard, 'utf16le'), { encoding: 'utf-16le' }],
  ['the same with its mark', Buffer.from(`\ufeff${standard}`, 'utf16le'), { encoding: 'utf-16le' }],
  ['UTF-16, big end first, with its mark', utf16be(`\ufeff${standard}`), { encoding: 'utf-16be' }],
  ['Windows-1252', Buffer.from(standard, 'latin1'), { encoding: 'windows-1252' }],
  ['blank lines', standard.replace(/\n"x"/, '\n\n"x"'), { delimiter: ',' }],
  ['no header', standard.slice(standard.indexOf('\n') + 1), { header: false, columns: ['name', 'amount', 'note'] }],
]

describe('a CSV of a declared dialect has the cells of the standard one', () => {
  it.each(DIALECTS)('%s', async (_, content, dialect) => {
    expect(await read(standard)).toEqual(CELLS)
    expect(await read(content, dialect)).toEqual(CELLS)
  })
})
