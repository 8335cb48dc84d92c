import { expect } from 'vitest'
import { temporaryFolder } from '../runner/temporary-folder.ts'
import { judged } from './judged.ts'
import { makeTables } from './made-tables.ts'
import { tablesOf } from './tables-of.ts'

/** Times with a part below a millisecond, most of them before 1970: of these what is cut off, and what is rounded towards zero, are not the same. */
const EARLY_TIMES = [
  '1900-02-28 12:00:00.500500',
  '1950-06-15 01:02:03.987654',
  '1969-12-31 23:59:58.000001',
  '1969-12-31 23:59:59.000000',
  '1969-12-31 23:59:59.123000',
  '1969-12-31 23:59:59.123456',
  '1969-12-31 23:59:59.123900',
  '1969-12-31 23:59:59.124000',
  '1969-12-31 23:59:59.999000',
  '1969-12-31 23:59:59.999001',
  '1969-12-31 23:59:59.999999',
  '1970-01-01 00:00:00.000000',
  '1970-01-01 00:00:00.000999',
  '1970-01-01 00:00:00.001000',
  '2024-02-29 23:59:59.999999',
] as const

/** They as rows of VALUES: the number of each, and its text. */
export const EARLY_ROWS: string = EARLY_TIMES.map((text, i) => `(${i + 1}, '${text}')`).join(', ')

const LEAST = '1969-12-31T23:59:59.124Z'
const rounded = EARLY_TIMES.map(text => `${text.slice(0, 23).replace(' ', 'T')}Z`)

const property = (name: string) => ({
  name,
  logicalType: 'timestamp',
  required: true,
  unique: true,
  logicalTypeOptions: { minimum: LEAST },
  quality: [
    {
      type: 'custom',
      engine: 'proofmark',
      implementation: { expectation: 'expect_column_values_to_be_in_set', value_set: rounded },
    },
  ],
})

/** Holds a table with a key `id` and such times in these columns to a file of the same: whatever is asked, they are rounded down to milliseconds. */
export async function holdEarlyTimes(
  address: string,
  columns: readonly string[],
  { folder = temporaryFolder('early'), limits: all = [{ rows: 0 }, {}] } = {},
) {
  await makeTables(folder, {
    early: `SELECT id::BIGINT AS id, ${columns.map(name => `v.t::TIMESTAMP AS "${name}"`).join(', ')} FROM (VALUES ${EARLY_ROWS}) v(id, t)`,
  })
  const contract = {
    name: 'early.odcs.yaml',
    text: JSON.stringify({
      apiVersion: 'v3.1.0',
      kind: 'DataContract',
      id: 'early',
      version: '1.0.0',
      status: 'active',
      schema: [{ name: 'early', properties: [{ name: 'id', logicalType: 'integer' }, ...columns.map(property)] }],
    }),
  }
  for (const limits of all) {
    const tables = tablesOf(folder, limits)
    const here = await judged(tables, 'early.parquet', contract)
    const found = await judged(tables, address, contract)
    for (const name of columns) {
      const told = (id: string) => found.checks.find(check => check.id === `${name}.${id}`)
      expect([name, told('range')?.status, told('range')?.reason]).toEqual([
        name,
        'fail',
        expect.stringMatching(/\b7\b/),
      ])
      expect([name, told('unique')?.status]).toEqual([name, 'fail'])
      expect([name, told('values-to-be-in-set')?.status]).toEqual([name, 'pass'])
    }
    expect(found.checks).toEqual(here.checks)
    expect(found.columns).toEqual(here.columns)
  }
}
