import { expect, it } from 'vitest'
import { pinTable } from '../../src/engines/trino/pin-table.ts'
import { deniedAmong, readableColumns } from '../../src/engines/trino/readable-columns.ts'

type Row = readonly (string | null)[]

/** A Trino that answers statements by what they hold, in order; any other is of a table that is not there. */
function asking(answers: readonly (readonly [RegExp, readonly Row[] | string])[]) {
  const asked: string[] = []
  const ask = async (sql: string) => {
    asked.push(sql)
    const [, answer] = answers.find(([form]) => form.test(sql)) ?? [undefined, 'TABLE_NOT_FOUND: no such table']
    if (typeof answer === 'string') throw new Error(answer)
    return { rows: answer, columns: [] }
  }
  return { asked, ask }
}
const table = { engine: 'trino', url: 'http://host', table: 'c.s.t' } as const

it('pins a table of Delta Lake to its last version, to one that is named, and to one of a time', async () => {
  const delta = asking([
    [/"t\$refs"/, 'TABLE_NOT_FOUND: no such table'],
    [/CAST\(version AS VARCHAR\).*timestamp <= from_iso8601/, [['3', '2026-01-01T00:00:00Z']]],
    [/CAST\(snapshot_id/, 'COLUMN_NOT_FOUND: snapshot_id'],
    [/CAST\(version AS VARCHAR\)/, [['7', '2026-02-01T00:00:00Z']]],
  ])
  expect(await pinTable(delta.ask, table)).toMatchObject({
    from: `"c"."s"."t" FOR VERSION AS OF BIGINT '7'`,
    isPinned: true,
    snapshot: { id: '7', at: '2026-02-01T00:00:00Z' },
  })
  // Whether a file means the same as before cannot be told there.
  expect(await pinTable(delta.ask, { ...table, partition: 'day' })).not.toHaveProperty('fileColumns')
  expect(await pinTable(delta.ask, { ...table, snapshot: '5' })).toMatchObject({ snapshot: { id: '5' } })
  expect(await pinTable(delta.ask, { ...table, asOf: '2026-01-15T00:00:00Z' })).toMatchObject({ snapshot: { id: '3' } })
  expect(delta.asked.at(-1)).toBe(
    `SELECT CAST(version AS VARCHAR), to_iso8601(timestamp AT TIME ZONE 'UTC') FROM "c"."s"."t$history" WHERE timestamp <= from_iso8601_timestamp('2026-01-15T00:00:00Z') ORDER BY timestamp DESC LIMIT 1`,
  )
})

it('says why a table is pinned to no snapshot', async () => {
  const denied = asking([[/"t\$/, 'PERMISSION_DENIED: Access Denied: Cannot select from table c.s.t$refs']])
  expect(await pinTable(denied.ask, table)).toEqual({
    from: '"c"."s"."t"',
    isPinned: false,
    unpinned: 'Its snapshots cannot be read: PERMISSION_DENIED: Access Denied: Cannot select from table c.s.t$refs',
  })
  await expect(pinTable(denied.ask, { ...table, snapshot: 'main' })).rejects.toThrow(
    'Expected snapshots of c.s.t but found: PERMISSION_DENIED: Access Denied: Cannot select from table c.s.t$refs',
  )
  expect(await pinTable(asking([[/"t\$refs"/, []]]).ask, table)).toMatchObject({
    isPinned: false,
    unpinned: 'The table has no snapshot yet',
  })
})

it('never takes a name of a snapshot for SQL', async () => {
  const { ask, asked } = asking([])
  await expect(pinTable(ask, { ...table, snapshot: "x' OR 'a' = 'a" })).rejects.toThrow('it keeps none')
  expect(asked[0]).toContain(`r.name = 'x'' OR ''a'' = ''a'`)
  await expect(pinTable(ask, { ...table, snapshot: '12 OR 1' })).rejects.toThrow('it keeps none')
})

it('finds the columns that may be read, and tells of those that may not', async () => {
  const columns = (sql: string) =>
    [...sql.matchAll(/"(\w+)"(?=[, ].*FROM)/g)].map(([, name]) => ({ name: name ?? '', type: 'bigint' }))
  const ask = async (sql: string) => {
    if (sql.startsWith('SHOW')) return { rows: ['a', 'b', 'secret', 'd', 'gone'].map(name => [name]), columns: [] }
    if (/\*|secret/.test(sql)) throw new Error('PERMISSION_DENIED: Access Denied')
    if (sql.includes('gone')) throw new Error('COLUMN_NOT_FOUND: gone')
    return { rows: [], columns: columns(sql) }
  }
  expect(await readableColumns(ask, '"t"', 't')).toEqual({
    isPartial: true,
    columns: [
      { name: 'a', type: 'bigint' },
      { name: 'b', type: 'bigint' },
      { name: 'secret', type: 'unknown', denied: 'PERMISSION_DENIED: Access Denied' },
      { name: 'd', type: 'bigint' },
    ],
  })
  expect(await deniedAmong(ask, '"t"', ['a', 'secret', 'gone'])).toEqual([
    { name: 'secret', type: 'unknown', denied: 'PERMISSION_DENIED: Access Denied' },
  ])
  const none = async (sql: string) => {
    if (sql.startsWith('SHOW')) return { rows: [['secret']], columns: [] }
    throw new Error('PERMISSION_DENIED: Access Denied')
  }
  await expect(readableColumns(none, '"t"', 't')).rejects.toThrow('PERMISSION_DENIED: Access Denied')
})
