import { beforeAll, describe, expect, it } from 'vitest'
import { runStatement } from '../../../src/engines/trino/run-statement.ts'
import { trinoConnection } from '../../../src/engines/trino/trino-connection.ts'
import { allCases, holdChecks, holdMethods, writeCases } from '../../harness/engines/conformance.ts'
import { together } from '../../harness/engines/together.ts'
import type { TrinoServer } from '../../harness/engines/trino.ts'
import { VIEWS, viewOf } from '../../harness/engines/trino-views.ts'
import { temporaryFolder } from '../../harness/runner/temporary-folder.ts'

/** Every case of every check and of every method of drift, held to what it says of a file. */
export function conformance(server: () => TrinoServer): void {
  const cases = allCases()
  const folder = temporaryFolder('conformance-trino')
  const addressOf = (table: string) => `trino:${server().url}?table=${VIEWS}.${table}`
  let trino: ReturnType<typeof together>

  beforeAll(async () => {
    const references = new Set(cases.methods.map(({ reference }) => reference))
    for (const table of await writeCases(folder, cases))
      if (!references.has(table.name)) await server().run(viewOf(table))
    trino = together('trino 476', await columnsOf(server()), statement => {
      const connection = trinoConnection(server().url, {}, { seconds: 300, bytes: 64_000_000, memory: '' })
      const session = `${connection.headers['x-trino-session']},task_concurrency=1`
      const headers = { ...connection.headers, 'x-trino-session': session }
      return runStatement({ ...connection, headers }, statement, () => {})
    })
  })

  describe('Trino', () => {
    it('gives no case of any check another verdict than a file where no row is fetched, and a case of each the same where rows are', async () => {
      const asked = await holdChecks(folder, cases, { addressOf, rows: 0, instead: trino })
      expect(asked.other).toEqual([])
      expect(asked.same).toBeGreaterThan(100 * asked.open.length)
      // What was left open, and a case of each: there the rows travel, and all else is as of a file.
      const firsts = new Set(allCases(1).checks.map(({ name }) => name))
      const checks = cases.checks.filter(({ name }) => firsts.has(name) || asked.open.includes(name))
      const fetched = await holdChecks(folder, { checks }, { addressOf, instead: trino })
      expect(fetched.other).toEqual([])
      expect([fetched.same > 400, fetched.open]).toEqual([true, []])
    })

    it.each([undefined, 0] as const)(
      'answers every case of every method of drift as files do (rows: %s)',
      async rows => {
        expect(await holdMethods(folder, cases, { addressOf, rows, instead: trino })).toBeGreaterThan(200)
      },
    )
  })
}

/** The columns of all views, by a view's name. */
async function columnsOf(server: TrinoServer) {
  const [catalog, schema] = VIEWS.split('.')
  const cells = await server.rows(
    `SELECT table_name, column_name, data_type FROM ${catalog}.information_schema.columns WHERE table_schema = '${schema}' ORDER BY table_name, ordinal_position`,
  )
  const found = new Map<string, { name: string; type: string }[]>()
  for (let at = 0; at < cells.length; at += 3) {
    const [table = '', name = '', type = ''] = cells.slice(at, at + 3)
    found.set(table, [...(found.get(table) ?? []), { name, type }])
  }
  return (table: string) => found.get(table.slice(VIEWS.length + 1)) ?? []
}
