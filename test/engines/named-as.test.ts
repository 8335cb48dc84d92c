import { expect, it } from 'vitest'
import { duckdb } from '../../src/core/pushdown/dialects/duckdb.ts'
import { trino } from '../../src/core/pushdown/dialects/trino.ts'
import { USUAL_PUSHDOWN } from '../../src/core/pushdown/limits.ts'
import type { TableThere } from '../../src/core/pushdown/table-there.ts'
import { namedAs } from '../../src/engines/named-as.ts'

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

it('knows a column by the name that it is asked for under, where the engine has small letters only', () => {
  const { columns, table } = namedAs(there, ['ID', 'Part', 'PART', 'other'])
  expect(columns.map(({ name }) => name)).toEqual(['ID', 'part'])
  expect(table).toMatchObject({ key: 'ID', partition: 'part' })
  expect(namedAs({ ...there, dialect: duckdb }, ['ID']).columns.map(({ name }) => name)).toEqual(['id', 'part'])
})
