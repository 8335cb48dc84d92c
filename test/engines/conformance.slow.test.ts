import { beforeAll, describe, expect, it } from 'vitest'
import { databaseOf } from '../harness/engines/cases.ts'
import { allCases, holdChecks, holdMethods, writeCases } from '../harness/engines/conformance.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const cases = allCases(2)
const folder = temporaryFolder('conformance')
const addressOf = (table: string) => `duckdb:${databaseOf(table)}?table=${table}`

beforeAll(() => writeCases(folder, cases))

describe('DuckDB', () => {
  it('answers every case of every check as a file does', async () => {
    const { same, open, other } = await holdChecks(folder, cases, { addressOf })
    expect(other).toEqual([])
    expect([same > 180, open]).toEqual([true, []])
  })

  it('gives none another verdict where no row is fetched', async () => {
    const { same, open, other } = await holdChecks(folder, cases, { addressOf, rows: 0 })
    expect(other).toEqual([])
    expect(same).toBeGreaterThan(5 * open.length)
  })

  it.each([undefined, 0] as const)('answers every case of every method of drift as files do (rows: %s)', async rows => {
    expect(await holdMethods(folder, cases, { addressOf, rows })).toBeGreaterThan(100)
  })
})
