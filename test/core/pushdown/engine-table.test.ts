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

it('takes the state of a table, its partitions and its limits', () => {
  const table = { engine: 'trino', url: 'http://host', table: 't' }
  const of = (more: object) => Settings.safeParse({ drift: { current: { ...table, ...more } } })
  const all = { partition: 'day', states: '.proofmark/states/t.json', limits: { rows: 5, bytes: 1e9 } }
  const address = of({ ...all, snapshot: '8652404549205991605' }).data?.drift.current ?? ''
  expect(address).toBe(
    'trino:http://host?table=t&snapshot=8652404549205991605&partition=day&states=.proofmark%2Fstates%2Ft.json&max-rows=5&max-bytes=1000000000',
  )
  expect(readEngineAddress(address)).toEqual({
    ...table,
    snapshot: '8652404549205991605',
    partition: 'day',
    states: '.proofmark/states/t.json',
    maxRows: 5,
    maxBytes: 1e9,
  })
  expect(of({ snapshot: 3 }).data?.drift.current).toBe('trino:http://host?table=t&snapshot=3')
  expect(readEngineAddress(of({ 'as-of': '2026-01-31T00:00:00Z' }).data?.drift.current ?? '')?.asOf).toBe(
    '2026-01-31T00:00:00Z',
  )
})

it.each([
  [
    { snapshot: Number('8652404549205991605') },
    'snapshot: the id of a snapshot, in quotes where it has more than 15 digits; a version, a branch or a tag',
  ],
  [{ 'as-of': '2026-01-31' }, 'as-of: a time with its zone, such as 2026-01-31T00:00:00Z'],
  [{ snapshot: '1', 'as-of': '2026-01-31T00:00:00Z' }, 'snapshot or as-of, not both'],
  [{ partition: 'day' }, 'partition together with states, the file that keeps what was measured of it'],
])('says what is wrong with %j', (more, message) => {
  const table = { engine: 'trino', url: 'http://host', table: 't', ...more }
  expect(Settings.safeParse({ drift: { current: table } }).error?.issues[0]?.message).toBe(message)
})

it.each(['&partition=a', '&max-rows=0', '&max-bytes=x', '&as-of=2026', '&snapshot=1&as-of=2026-01-31T00:00:00Z'])(
  'reads no address with %s',
  more => expect(readEngineAddress(`trino:http://host?table=t${more}`)).toBeUndefined(),
)
