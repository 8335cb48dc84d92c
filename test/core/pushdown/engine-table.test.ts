import { expect, it } from 'vitest'
import { duckdb } from '../../../src/core/pushdown/dialects/duckdb.ts'
import { engineAddress, readEngineAddress } from '../../../src/core/pushdown/engine-table.ts'
import { quoted, quotedTable, textLiteral, textOf } from '../../../src/core/pushdown/sql.ts'
import { Settings } from '../../../src/core/settings/schema.ts'

it('reads the address it writes', () => {
  const table = {
    engine: 'trino',
    url: 'https://trino.example:8443',
    table: 'hive."a.b".credit & co',
    key: 'id=1',
  } as const
  expect(engineAddress(table)).toBe(
    'trino:https://trino.example:8443?table=hive.%22a.b%22.credit%20%26%20co&key=id%3D1',
  )
  expect(readEngineAddress(engineAddress(table))).toEqual(table)
})

it.each([
  'trino:',
  'trino:http://host',
  'trino:http://host?key=a',
  'trino:http://host?table=',
  'trino:h?table=a&table=b',
  'trino:h?table=a&x=1',
])('reads no address in %s', text => {
  expect(readEngineAddress(text)).toBeUndefined()
  expect(Settings.safeParse({ drift: { current: text } }).error?.issues[0]?.message).toBe(
    'of the form engine:url?table=name&key=column',
  )
})

it('takes a table on an engine where a path stands', () => {
  const table = { engine: 'duckdb', url: 'w.duckdb', table: 'credit' }
  const { data, drift } = Settings.parse({
    data: { files: ['a.csv', table] },
    drift: { reference: 'b.csv', current: table },
  })
  expect(data.files).toEqual(['a.csv', 'duckdb:w.duckdb?table=credit'])
  expect(drift.current).toBe('duckdb:w.duckdb?table=credit')
  expect(Settings.safeParse({ drift: { current: { ...table, engine: 'sqlite' } } }).error?.issues[0]?.message).toBe(
    'a path, or a table on an engine: { engine, url, table, key }',
  )
})

it('quotes by construction', () => {
  expect(quoted(duckdb, `a"; DROP TABLE b; --`)).toBe(`"a""; DROP TABLE b; --"`)
  expect(quotedTable(duckdb, 'hive."a.b".t')).toBe('"hive"."a.b"."t"')
  expect(quotedTable(duckdb, 't; SELECT 1')).toBe('"t; SELECT 1"')
  expect(textLiteral(duckdb, "it's \\")).toBe("'it''s \\'")
  expect(() => quoted(duckdb, 'a\0')).toThrow('A name holds a null character')
})

it.each([
  ['double', '1.0E10', '10000000000'],
  ['double', '-0.0', '0'],
  ['double', 'nan', 'NaN'],
  ['double', '-inf', '-Infinity'],
  ['decimal', '12.50', '12.5'],
  ['timestamp', '1614834367123', '2021-03-04T05:06:07.123Z'],
  ['boolean', 't', 'true'],
  ['text', null, ''],
] as const)('writes a %s that an engine has written as %s as a file would', (kind, cell, text) => {
  expect(textOf({ kind }, cell)).toBe(text)
})
