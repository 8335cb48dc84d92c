import { expect, it } from 'vitest'
import { duckdb } from '../../../src/core/pushdown/dialects/duckdb.ts'
import { trino } from '../../../src/core/pushdown/dialects/trino.ts'
import { USUAL_PUSHDOWN } from '../../../src/core/pushdown/limits.ts'
import { partitionThere } from '../../../src/core/pushdown/partitions/partition-there.ts'
import { sameAsWhole } from '../../../src/core/pushdown/partitions/same-as-whole.ts'
import { readStates, statesOf, writeStates } from '../../../src/core/pushdown/partitions/states-file.ts'
import type { TableThere } from '../../../src/core/pushdown/table-there.ts'
import { addFailure, noFailures } from '../../../src/core/tables/measures/failures.ts'

const there: TableThere = {
  dialect: trino,
  table: { engine: 'trino', url: 'http://host', table: 't', key: 'id', partition: 'part', states: 's.json' },
  from: '"t"',
  columns: [
    { name: 'id', type: 'bigint', kind: 'integer' },
    { name: 'part', type: 'varchar', kind: 'text' },
  ],
  limits: USUAL_PUSHDOWN,
  isPinned: true,
  isPlain: false,
}
const of = statesOf(there, 'trino 476', 'job')
const partition = {
  value: "it's",
  rows: 2,
  print: 'AB',
  states: new Map<string, unknown>([['rows', { rows: 2, seen: new Map([[-0, Number.NaN]]) }]]),
  untaken: new Map([['x', 'too many']]),
}

it('reads the states it writes', () => {
  expect(readStates(writeStates(of, [partition]), of)).toEqual({ partitions: [partition] })
})

it.each([
  ['tool', { ...of, tool: '0.0.0' }, /^it is of Proofmark 0\.0\.0, and this is /],
  ['engine', { ...of, engine: 'trino 475' }, /^it was measured by trino 475$/],
  ['table', { ...of, table: 'u' }, /^it is of the table u$/],
  ['partition', { ...of, partition: 'day' }, /^its partitions are by day$/],
  ['key', { ...of, key: '' }, /^its key is none$/],
  ['schema', { ...of, schema: '1' }, /^the table had another schema$/],
  ['columns', { ...of, columns: [] }, /^the table had other columns, or of other types$/],
  ['limits', { ...of, limits: {} }, /^it was measured within other limits$/],
  ['job', { ...of, job: 'other' }, /^it was measured for another contract, or other settings$/],
])('has no use for states of another %s', (_, other, reason) => {
  const read = readStates(writeStates(other, [partition]), of)
  expect(read).toEqual({ unused: expect.stringMatching(reason) })
})

it.each([
  ['', 'it is no file of states'],
  ['{"partitions":[]}', 'it is no file of states'],
  [writeStates(of, [partition, partition]), 'it has a partition twice'],
  [writeStates(of, [partition]).replace('"map"', '"nap"'), 'what it has measured cannot be read'],
])('has no use for what is no file of states: %#', (text, unused) => {
  expect(readStates(text, of)).toEqual({ unused })
})

it('asks of a partition by its value, which stays a value', () => {
  const from = (value: string | null, kind = 'text', dialect = trino) =>
    partitionThere(
      {
        ...there,
        dialect,
        columns: [{ name: 'part', type: kind, kind: kind as 'text' }, ...there.columns.slice(0, 1)],
      },
      { value },
    ).from
  expect(from("it's")).toBe(`(SELECT *, "id" AS place_of_row FROM "t" WHERE "part" = 'it''s') p`)
  expect(from(null)).toBe(`(SELECT *, "id" AS place_of_row FROM "t" WHERE "part" IS NULL) p`)
  expect(from('2026-01-31', 'date', duckdb)).toBe(
    `(SELECT *, "id" AS place_of_row FROM "t" WHERE "part" = CAST('2026-01-31' AS DATE)) p`,
  )
  expect(from('2026-01-31', 'timestamp')).toBe(
    `(SELECT *, "id" AS place_of_row FROM "t" WHERE "part" >= CAST('2026-01-31 00:00:00' AS TIMESTAMP) AND "part" < CAST('2026-02-01 00:00:00' AS TIMESTAMP)) p`,
  )
  expect(from('-7', 'integer')).toContain('"part" = -7)')
  expect(() => from('7 OR 1 = 1', 'integer')).toThrow('part of t holds what is no value of its type')
  expect(() => from('true OR true', 'boolean')).toThrow('part of t holds what is no value of its type')
})

it('asks the whole where partitions have kept too little', () => {
  const state = (values: readonly string[], untold = 0) => {
    const failed = noFailures()
    for (const [i, value] of values.entries()) addFailure(failed, i, value)
    failed.count += untold
    return { rows: 9, failed }
  }
  const many = Array.from({ length: 100 }, (_, i) => `v${i}`)
  expect(sameAsWhole(state(['a', 'b']), [state(['a']), state(['b'])])).toBe(true)
  expect(sameAsWhole(state([], 7), [state([], 3), state([], 4)])).toBe(true)
  expect(sameAsWhole(state(['a'], 4), [state(['a']), state([], 4)])).toBe(false)
  expect(sameAsWhole(state(many), [state(many)])).toBe(false)
  const distinct = (counted?: number) => ({ n: 1, exact: new Set([1]), registers: new Uint8Array(1), counted })
  expect(sameAsWhole(distinct(), [distinct()])).toBe(true)
  expect(sameAsWhole(distinct(), [distinct(5)])).toBe(false)
  expect(sameAsWhole({ ...distinct(), exact: undefined }, [distinct()])).toBe(false)
})
