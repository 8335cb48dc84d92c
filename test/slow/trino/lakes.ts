import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { duckdbOfLakes } from '../../harness/engines/duckdb-lake.ts'
import { evidenceOf } from '../../harness/engines/evidence-of.ts'
import type { Watching } from '../../harness/engines/tables-of.ts'
import type { TrinoServer } from '../../harness/engines/trino.ts'

const ROWS = 300

const all = ['SELECT', 'INSERT', 'DELETE', 'UPDATE', 'OWNERSHIP']
/** Who may do what: the user `limited` has no right to one column. */
export const rules = {
  catalogs: [{ allow: 'all' }],
  queries: [{ allow: ['execute', 'kill', 'view'] }],
  procedures: [{ privileges: ['EXECUTE'] }],
  tables: [
    { user: 'limited', table: 'credit', privileges: ['SELECT'], columns: [{ name: 'money', allow: false }] },
    { user: 'limited', table: 'credit\\$(refs|history)', privileges: ['SELECT'] },
    { user: 'limited', catalog: 'system', privileges: ['SELECT'] },
    { user: 'limited', privileges: [] },
    { privileges: all },
  ],
}

/** A contract that asks of every column that it is filled and, `values`, holds one of some values. */
const contractOf = (columns: readonly string[], values?: readonly string[]) => ({
  name: 'c.odcs.yaml',
  text: JSON.stringify({
    apiVersion: 'v3.1.0',
    kind: 'DataContract',
    id: 'c',
    version: '1.0.0',
    status: 'active',
    schema: [
      {
        name: 'table',
        properties: columns.map(name => ({
          name,
          logicalType: 'string',
          required: true,
          quality: values
            ? [
                {
                  type: 'custom',
                  engine: 'proofmark',
                  implementation: { expectation: 'expect_column_values_to_be_in_set', value_set: values },
                },
              ]
            : [],
        })),
      },
    ],
  }),
})

const rule = (name: string, rest: object = {}) => ({
  type: 'custom',
  engine: 'proofmark',
  implementation: { expectation: name, ...rest },
})

/** Rules of some columns, most of them broken: of keys, of numbers, of texts. */
const some = {
  name: 'some.odcs.yaml',
  text: JSON.stringify({
    ...JSON.parse(contractOf([]).text),
    schema: [
      {
        name: 'table',
        properties: [
          { name: 'id', logicalType: 'integer', required: true, unique: true },
          {
            name: 'x',
            logicalType: 'number',
            quality: [
              rule('expect_column_mean_to_be_between', { min_value: 5, max_value: 6 }),
              rule('expect_column_values_to_be_between', { min_value: -0.5, max_value: 999 }),
            ],
          },
          {
            name: 'color',
            logicalType: 'string',
            required: true,
            quality: [rule('expect_column_values_to_be_in_set', { value_set: ['machinery', 'building'] })],
          },
        ],
      },
    ],
  }),
}

/** What a process of its own says of tables of a lake: one has one DuckDB, and its extensions are of another than that of other tests. */
async function apart(folder: string, { name, text }: typeof some, addresses: readonly string[]) {
  const { extensions } = duckdbOfLakes(folder)
  const script = resolve('test/harness/engines/evidence-apart.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder, name, text, ...addresses], {
    env: { ...process.env, PROOFMARK_DUCKDB_EXTENSIONS: extensions },
  })
  return z.array(z.object({ answer: z.unknown(), engine: z.unknown() })).parse(JSON.parse(stdout))
}

/** What holds of tables that keep their former states, and of what goes wrong with tables; `folder` has the tables of the server's lake. */
export function lakes(folder: string, server: () => TrinoServer): void {
  let trino: TrinoServer
  const there = (table: string, more = '&key=id') => `trino:${trino.url}?table=${table}${more}`

  const found = (address: string, contract = some, watching: Watching = {}) =>
    evidenceOf(folder, address, contract, watching)
  const statusesOf = ({ answer }: Awaited<ReturnType<typeof evidenceOf>>, column: string) =>
    answer.checks.filter(({ id }) => id.startsWith(`${column}.`)).map(({ id, status }) => [id, status])

  /** Runs something once, before the first statement for a purpose. */
  function once(purpose: string, what: () => Promise<void>): Watching {
    let done = false
    return {
      async meanwhile(asked) {
        if (done || asked !== purpose) return
        done = true
        await what()
      },
    }
  }

  /** Rows of a range of ids, and the partition of each. */
  const rows = (from: number, to: number, part = "'p' || CAST(custkey % 2 AS varchar)") =>
    `SELECT custkey AS id, acctbal * sqrt(custkey) AS x, lower(mktsegment) AS color, CAST(acctbal AS decimal(12, 2)) AS money, ${part} AS part, name AS note FROM tpch.tiny.customer WHERE custkey BETWEEN ${from} AND ${to}`

  beforeAll(async () => {
    trino = server()
    await trino.run('CREATE SCHEMA lake.risk')
    await trino.run('CREATE SCHEMA hive.risk')
    await trino.run(`CREATE TABLE memory.default.made AS ${rows(1, ROWS)}`)
    await trino.run(`CREATE TABLE lake.risk.credit WITH (partitioning = ARRAY['part']) AS ${rows(1, ROWS)}`)
    await trino.run(
      `CREATE TABLE hive.risk.plain WITH (partitioned_by = ARRAY['part']) AS SELECT id, x, color, money, part FROM memory.default.made`,
    )
  })

  describe('a table of Iceberg on a Trino', () => {
    it('is measured in the snapshot that is the current one at the start, whoever writes meanwhile, and any time again', async () => {
      const first = await found(
        there('lake.risk.credit'),
        some,
        once('ranges', () => trino.run(`INSERT INTO lake.risk.credit ${rows(ROWS + 1, ROWS + 50, "'p9'")}`)),
      )
      expect(first.answer).toEqual((await found(there('memory.default.made'))).answer)
      const id = first.engine?.snapshot?.id ?? ''
      expect(id).toMatch(/^\d{15,19}$/)
      const at = first.engine?.snapshot?.at ?? ''
      const again = await found(there('lake.risk.credit', `&key=id&snapshot=${id}`))
      expect(again.evidence).toEqual(first.evidence)
      expect(again.engine?.snapshot?.id).toBe(id)
      // Another engine reads the same state of the same table, from its files.
      const lake = join(folder, 'lake/risk')
      const name = readdirSync(lake).find(each => each.startsWith('credit-'))
      const other = `duckdb:lake/risk/${name}?table=credit&key=id`
      for (const { answer, engine } of await apart(folder, some, [
        `${other}&snapshot=${id}`,
        `${other}&as-of=${encodeURIComponent(at)}`,
      ])) {
        expect(answer).toEqual(JSON.parse(JSON.stringify(first.answer)))
        expect(engine).toMatchObject({ version: 'duckdb v1.5.5', snapshot: { id, at } })
      }
      const asOf = await found(there('lake.risk.credit', `&as-of=${encodeURIComponent(at)}`), contractOf(['x']))
      expect(asOf.evidence.rows).toBe(ROWS)
      expect(asOf.engine?.snapshot?.id).toBe(id)
      const now = await found(there('lake.risk.credit'), contractOf(['x']))
      expect(now.evidence.rows).toBe(ROWS + 50)
      expect(now.engine?.snapshot?.id).not.toBe(id)
      const main = await found(there('lake.risk.credit', '&snapshot=main'), contractOf(['x']))
      expect(main.engine?.snapshot).toEqual(now.engine?.snapshot)
      expect(main.engine?.estimate).toEqual({ rows: ROWS + 50, bytes: expect.any(Number) })
      expect(main.engine?.queries?.[0]).toMatch(/^\d{8}_\d{6}_\d{5}_\w+$/)
    })

    it('says what it has no snapshot of', async () => {
      const measured = (table: string, more: string) => found(there(table, more), contractOf(['x']))
      await expect(measured('lake.risk.credit', '&snapshot=12')).rejects.toThrow(
        /^Expected lake\.risk\.credit to have the snapshot 12 but found: \w+: Iceberg snapshot ID does not exists: 12/,
      )
      await expect(measured('lake.risk.credit', '&snapshot=gone')).rejects.toThrow(
        'Expected snapshots of lake.risk.credit but found: none of it is called gone',
      )
      await expect(measured('lake.risk.credit', '&as-of=2020-01-01T00:00:00Z')).rejects.toThrow(
        'Expected snapshots of lake.risk.credit but found: none of it is as old as 2020-01-01T00:00:00Z',
      )
      await expect(measured('hive.risk.plain', '&snapshot=main')).rejects.toThrow(
        'Expected snapshots of hive.risk.plain but found: it keeps none',
      )
    })

    it('gets the evidence of a full run where only new and changed partitions are measured', async () => {
      await trino.run(`CREATE TABLE lake.risk.parts WITH (partitioning = ARRAY['part']) AS ${rows(1, ROWS)}`)
      await trino.run(`INSERT INTO lake.risk.parts ${rows(ROWS + 1, ROWS + 50, "'p9'")}`)
      const by = (file: string) => there('lake.risk.parts', `&key=id&partition=part&states=${file}`)
      const first = await found(by('a.json'))
      expect(first.engine?.partitions).toMatchObject({ count: 3, kept: 0, added: 3 })
      await trino.run(`INSERT INTO lake.risk.parts ${rows(501, 540, "'p10'")}`)
      await trino.run(
        "DELETE FROM lake.risk.parts WHERE part = 'p1' AND id = (SELECT max(id) FROM lake.risk.parts WHERE part = 'p1')",
      )
      await trino.run("DELETE FROM lake.risk.parts WHERE part = 'p9'")
      const after = await found(by('a.json'))
      expect(after.engine?.partitions).toEqual({
        column: 'part',
        count: 3,
        kept: 1,
        added: 1,
        changed: 1,
        gone: 1,
        states: expect.stringMatching(/^[0-9a-f]{64}$/),
      })
      expect(after.evidence).toEqual((await found(by('b.json'))).evidence)
      expect(after.evidence).toEqual((await found(there('lake.risk.parts'))).evidence)
      // The same files, and a column of the same name and type in the same place, whose cells are none of theirs.
      await trino.run('ALTER TABLE lake.risk.parts DROP COLUMN note')
      await trino.run('ALTER TABLE lake.risk.parts ADD COLUMN note varchar')
      await trino.run(`INSERT INTO lake.risk.parts ${rows(541, 545, "'p11'")}`)
      const renewed = await found(by('a.json'))
      expect(renewed.engine?.partitions).toMatchObject({ kept: 0, added: 4, unused: 'the table had another schema' })
    })

    it('is cut by the day of its times, and by what its cells hold where it has no files', async () => {
      await trino.run(
        "CREATE TABLE memory.default.timed AS SELECT custkey AS id, CAST(NULL AS double) AS x, TIMESTAMP '2026-01-01 23:59:59.999999' + custkey % 40 * INTERVAL '1' HOUR AS at FROM tpch.tiny.customer WHERE custkey <= 80",
      )
      const timed = there('memory.default.timed', '&key=id&partition=at&states=timed.json')
      const first = await found(timed, contractOf(['id', 'at']))
      expect(first.engine?.partitions).toMatchObject({ column: 'at', count: 3, added: 3 })
      expect(first.answer).toEqual((await found(there('memory.default.timed'), contractOf(['id', 'at']))).answer)
      const again = await found(timed, contractOf(['id', 'at']))
      expect(again.engine?.partitions).toMatchObject({ count: 3, kept: 3 })
      expect(again.evidence).toEqual(first.evidence)
    })

    it('is not begun where the engine expects it to be larger than it may be', async () => {
      const asked: string[] = []
      const over = await found(there('lake.risk.credit', '&max-rows=10'), contractOf(['x', 'color']), {
        meanwhile: async purpose => void asked.push(purpose),
      })
      expect(statusesOf(over, 'x')).toEqual([['x.required', 'inconclusive']])
      expect(over.answer.checks.find(({ id }) => id === 'x.required')?.reason).toMatch(
        /^Expected at most 10 rows to be read of lake\.risk\.credit but trino 476 expects \d+$/,
      )
      expect(asked).toEqual([])
    })
  })

  describe('a table that keeps no snapshots', () => {
    it('is looked at before and after, and left open where its files are others then', async () => {
      const quiet = await found(there('hive.risk.plain'), contractOf(['x']))
      expect(statusesOf(quiet, 'x')).toEqual([['x.required', 'pass']])
      expect(quiet.engine?.unpinned).toBe('The table keeps no snapshots')
      // The same rows, in another file: neither counts nor sizes tell.
      const rewrite = async () => {
        await trino.run("CREATE TABLE memory.default.kept AS SELECT * FROM hive.risk.plain WHERE part = 'p1'")
        await trino.run("DELETE FROM hive.risk.plain WHERE part = 'p1'")
        await trino.run('INSERT INTO hive.risk.plain SELECT * FROM memory.default.kept')
      }
      const open = await found(there('hive.risk.plain'), contractOf(['x']), once('values of x', rewrite))
      expect(statusesOf(open, 'x')).toEqual([['x.required', 'inconclusive']])
      expect(open.answer.checks.find(({ id }) => id === 'x.required')?.reason).toBe(
        'Expected the files of hive.risk.plain to stay as they are while it is measured but found others later',
      )
      await trino.run('DROP TABLE memory.default.kept')
      const parts = there('hive.risk.plain', '&partition=part&states=plain.json')
      const between = await found(parts, contractOf(['x']), once('values of x', rewrite))
      expect(between.answer.checks.find(({ id }) => id === 'x.required')?.reason).toBe(
        'Expected the partitions of hive.risk.plain to stay as they are while they are measured but found 1 of 2 the same later, and 2 in all',
      )
      expect(existsSync(join(folder, 'plain.json'))).toBe(false)
    })
  })

  describe('what goes wrong', () => {
    it('is told of the one column that may not be read', async () => {
      const limited = await found(there('lake.risk.credit'), contractOf(['x', 'money', 'nothing']), {
        environment: { PROOFMARK_TRINO_USER: 'limited' },
      })
      expect(statusesOf(limited, 'x')).toEqual([['x.required', 'pass']])
      expect(statusesOf(limited, 'money')).toEqual([['money.required', 'inconclusive']])
      expect(limited.answer.checks.find(({ id }) => id === 'money.required')?.reason).toBe(
        'money of lake.risk.credit may not be read: PERMISSION_DENIED: Access Denied: Cannot select from table lake.risk.credit',
      )
      expect(
        limited.answer.checks.flatMap(({ reason, status }) => (/'nothing'/.test(reason ?? '') ? [status] : [])),
      ).toEqual(['fail'])
      await expect(
        found(there('hive.risk.plain'), contractOf(['x']), { environment: { PROOFMARK_TRINO_USER: 'limited' } }),
      ).rejects.toThrow(
        /^Expected hive\.risk\.plain to be a table that Trino lets us read but found: PERMISSION_DENIED/,
      )
    })

    it('is told of each column: names, types, NaN and infinities, times with a zone, and very many of them', async () => {
      const odd = ['select', 'Order', `sel"ect $ % '; --`, 'real', 'zoned', 'plain', 'list']
      const wide = Array.from({ length: 2000 - odd.length }, (_, i) => `c${i}`)
      const zoned = (time: string, zone = '') => `TIMESTAMP '${time} 00:00:00.000${zone}'`
      const row = (i: number, real: string, day: string) =>
        `(${[i, i, i, real, zoned(day, ' Europe/Berlin'), zoned(day), 'ARRAY[1]'].join(', ')})`
      await trino.run(
        `CREATE TABLE memory.default.odd AS SELECT *, ${wide.map((name, i) => `${i} AS ${name}`).join(', ')} FROM (VALUES ${row(1, 'nan()', '2024-01-01')}, ${row(2, '-infinity()', '2024-07-01')}) v(${odd.map(name => `"${name.replaceAll('"', '""')}"`).join(', ')})`,
      )
      const asked = [...odd, ...wide.filter((_, i) => i % 200 === 0)]
      const told = await found(
        there('memory.default.odd', ''),
        contractOf(asked, ['1', '2', '2024-01-01T00:00:00.000Z']),
      )
      const checkOf = (id: string) => told.answer.checks.find(check => check.id === id)
      expect(asked.map(name => checkOf(`${name}.required`)?.status)).toEqual(asked.map(() => 'pass'))
      const inSet = (column: string) => checkOf(`${column}.values-to-be-in-set`)
      expect(odd.map(name => [name, inSet(name)?.status])).toEqual([
        ['select', 'pass'],
        ['Order', 'pass'],
        [`sel"ect $ % '; --`, 'pass'],
        ['real', 'fail'],
        ['zoned', 'inconclusive'],
        ['plain', 'fail'],
        ['list', 'inconclusive'],
      ])
      expect(inSet('real')?.reason).toMatch(/'-Infinity' \(1\), 'NaN' \(1\)/)
      expect(inSet('plain')?.reason).toMatch(/'2024-07-01T00:00:00.000Z' \(1\)/)
      expect(inSet('zoned')?.reason).toBe(
        'Nothing is known of the type timestamp with time zone, which zoned has in memory.default.odd',
      )
      expect(
        told.answer.checks.some(({ reason }) => reason?.startsWith('The contract lacks 1 983 of 2 000 columns')),
      ).toBe(true)
    })

    it('leaves everything open where a query is cancelled', async () => {
      const lines = there('tpch.sf1.orders', '')
      let [isKilled, isOver] = [false, false]
      const killing = async () => {
        while (!isKilled && !isOver) isKilled = await trino.killQueries('proofmark')
      }
      const running = once('ranges', async () => void killing())
      const killed = await found(lines, contractOf(['comment']), running)
      isOver = true
      expect(statusesOf(killed, 'comment')).toEqual([['comment.required', 'inconclusive']])
      expect(killed.answer.checks.find(({ id }) => id === 'comment.required')?.reason).toMatch(
        /^trino 476 did not answer for tpch\.sf1\.orders: ADMINISTRATIVELY_KILLED/,
      )
    })
  })
}
