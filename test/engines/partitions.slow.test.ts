import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { beforeAll, describe, expect, it } from 'vitest'
import { cellsOf } from '../../src/commands/measure-drift.ts'
import { jointSample } from '../../src/core/drift/measures/joint-rows.ts'
import { prepareChecks } from '../../src/core/tables/prepare-checks.ts'
import { showRows } from '../../src/core/tables/shown-rows.ts'
import { compared } from '../harness/engines/compared.ts'
import { eachFamily, everyCheck } from '../harness/engines/every-check.ts'
import { everyKind } from '../harness/engines/made-tables.ts'
import { tablesOf } from '../harness/engines/tables-of.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const ROWS = 1500
const folder = temporaryFolder('pushdown-partitions')
const told: string[] = []
const tables = tablesOf(folder, { rows: 0, groups: 1400 }, { told: text => told.push(text) })
const there = (states?: string, key = '&key=id', table = 't') =>
  `duckdb:tables.duckdb?table=${table}${key}${states === undefined ? '' : `&partition=part&states=${states}`}`

/** Runs statements on the database, as whoever loads a table does. */
async function change(...statements: string[]) {
  const database = await DuckDBInstance.create(join(folder, 'tables.duckdb'))
  const connection = await database.connect()
  for (const sql of statements) await connection.run(sql)
  connection.closeSync()
  database.closeSync()
}

/** All that evidence says of the table, but for what differs from run to run, which is apart. */
async function found(address: string, contract = eachFamily) {
  await prepareChecks(contract.text)
  const job = { file: 'table', contract, asOf: 0, others: [] }
  const { run, find, material } = await tables.measure(address, job, { progress: () => {} })
  const answer = await showRows(run.answer, { find, sha256: text => `${text.length}` })
  const { origin, name, ...rest } = material('data')
  return { evidence: { ...answer, ...rest }, answer, partitions: origin?.engine?.partitions }
}

const partitionsOf = async (address: string, contract = eachFamily) => (await found(address, contract)).partitions

beforeAll(() =>
  change(
    `CREATE TABLE t AS SELECT *, CASE WHEN id % 4 = 3 THEN NULL ELSE 'p' || (id % 4) END AS part FROM (${everyKind(ROWS)}) WHERE id % 4 <> 0`,
    `CREATE TABLE more AS SELECT *, 'p' || (id % 4) AS part FROM (${everyKind(ROWS)}) WHERE id % 4 = 0`,
    `CREATE TABLE other AS SELECT * FROM (${everyKind(ROWS, 3)})`,
  ),
)

describe('a table that is measured by its partitions', () => {
  it('gets the evidence of a full run, bit for bit, when a partition is new, has changed or is gone', async () => {
    expect(await partitionsOf(there('a.json'), everyCheck)).toEqual({
      column: 'part',
      count: 3,
      kept: 0,
      added: 3,
      changed: 0,
      gone: 0,
    })
    await change('INSERT INTO t SELECT * FROM more')
    const after = await found(there('a.json'), everyCheck)
    expect(after.partitions).toMatchObject({ count: 4, kept: 3, added: 1, changed: 0, gone: 0 })
    expect(after.evidence).toEqual((await found(there('b.json'), everyCheck)).evidence)
    // The digest is part of it: the same rows have the same, measured at once or by partitions.
    expect(after.evidence).toEqual((await found(there(), everyCheck)).evidence)
    expect(after.answer.checks.length).toBeGreaterThan(150)

    expect(await partitionsOf(there('c.json'))).toMatchObject({ count: 4, added: 4 })
    await change(`UPDATE t SET x = x + 1 WHERE id = 5`, `DELETE FROM t WHERE part = 'p2'`)
    const less = await found(there('c.json'))
    expect(less.partitions).toMatchObject({ count: 3, kept: 2, added: 0, changed: 1, gone: 1 })
    expect(less.evidence).toEqual((await found(there('d.json'))).evidence)
    expect(less.evidence).toEqual((await found(there())).evidence)
  })

  it('draws the samples of the whole, and asks of what is kept no more than whether it has changed', async () => {
    const columns = ['x', 'y', 'few', 'at', 'color', 'whole', 'day'].map(name => ({ name }))
    const job = { file: 'table', drift: { columns, size: 200, joint: { columns: ['x', 'color'], rows: 150 } } }
    const cellsAt = async (address: string) => {
      const { run, header } = await tables.measure(address, job, { progress: () => {} })
      const state = (key: string): unknown => run.state.get(key)
      const joint = run.measures.find(({ asks }) => asks?.is === 'joint')
      expect([...run.untaken]).toEqual([])
      return [cellsOf(run, job.drift, header), joint && jointSample(state(joint.key) as never, ['x', 'color'], 150)]
    }
    const expected = await cellsAt(there())
    expect(await cellsAt(there('e.json'))).toEqual(expected)
    told.length = 0
    expect(await cellsAt(there('e.json'))).toEqual(expected)
    // Of a column of more than 1 000 different texts or times no partition knows whether the whole has more than are told apart.
    const [first, ...others] = told.flatMap(text => /^duckdb v1\.5\.6: (.*)$/.exec(text)?.[1] ?? [])
    expect(first).toBe('partitions by part')
    expect(others.filter(purpose => !/^ranges$| of (day|at|day, at)$/.test(purpose))).toEqual([])
  })

  it('has the digest of the whole, of columns whose values are told apart and of others, with samples of all rows and of some', async () => {
    await change(`CREATE TABLE large AS SELECT *, 'p' || (id % 3) AS part FROM (${everyKind(6000)})`)
    const usual = tablesOf(folder, { rows: 0 })
    const columns = ['x', 'y', 'few', 'at', 'color', 'whole', 'day'].map(name => ({ name }))
    const digests = new Set<string>()
    for (const size of [200, 20_000]) {
      const job = { file: 'table', drift: { columns, size, joint: { columns: ['x', 'color'], rows: size } } }
      for (const states of [undefined, `large-${size}.json`, `large-${size}.json`]) {
        const measured = await usual.measure(there(states, '&key=id', 'large'), job, { progress: () => {} })
        digests.add(measured.material('current').digest.sha256 ?? '')
      }
    }
    expect([...digests]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^[0-9a-f]{64}$/)])
  })

  it('is compared as it is when measured as a whole, samples and all', async () => {
    const sides = { reference: there(undefined, '&key=id', 'other'), current: there() }
    const drift = {}
    const expected = await compared(tables, folder, sides, drift)
    for (const _ of ['new', 'kept'])
      expect(await compared(tables, folder, { ...sides, current: there('drift.json') }, drift)).toEqual(expected)
  })

  it('measures everything anew, and says why, where what is kept is of no use', async () => {
    const path = join(folder, 'f.json')
    const rerun = async (text: string, contract = eachFamily) => {
      writeFileSync(path, text)
      return partitionsOf(there('f.json'), contract)
    }
    await partitionsOf(there('f.json'))
    const good = readFileSync(path, 'utf8')
    expect(await rerun(good)).toMatchObject({ kept: 3, added: 0 })
    expect(await rerun(good.slice(0, -100))).toMatchObject({ kept: 0, added: 3, unused: 'it is not as it was written' })
    expect(await rerun(good.replace('"rows":', '"rows" :'))).toMatchObject({
      kept: 0,
      unused: 'it is not as it was written',
    })
    const less = { name: 'l.odcs.yaml', text: eachFamily.text.replace('maxLength: 4', 'maxLength: 5') }
    expect(await rerun(good, less)).toMatchObject({
      kept: 0,
      added: 3,
      unused: 'it was measured for another contract, or other settings',
    })
    expect(told).toContain(
      'f.json is of no use: it was measured for another contract, or other settings; every partition is measured anew',
    )
  })

  it('is not begun where the engine cannot tell that it is within its limits', async () => {
    const reasonOf = async (limit: string) => {
      const { answer } = await found(there() + limit)
      return answer.checks.find(({ id }) => id === 'x.values-to-be-between')
    }
    expect(await reasonOf('&max-bytes=10')).toMatchObject({
      status: 'inconclusive',
      reason:
        'Expected duckdb v1.5.6 to tell how many bytes are to be read of t, as there is a limit of 10, but it cannot',
    })
    expect(await reasonOf('&max-rows=10')).toMatchObject({
      status: 'inconclusive',
      reason: expect.stringMatching(/^Expected at most 10 rows to be read of t but duckdb v1\.5\.6 expects \d+$/),
    })
  })

  it('is cut by the day where the column holds times', async () => {
    await change(
      "CREATE TABLE timed AS SELECT id, x, TIMESTAMP '2026-01-01 23:59:59' + to_hours((id % 60)::INTEGER) AS part FROM other",
    )
    const timed = await found(there('h.json', '&key=id', 'timed'))
    expect(timed.partitions).toMatchObject({ count: 4, added: 4 })
    expect(timed.answer).toEqual((await found(there(undefined, '&key=id', 'timed'))).answer)
  })

  it('is left open where it is a file that is replaced meanwhile', async () => {
    await change(`COPY other TO '${join(folder, 'other.parquet')}' (FORMAT parquet)`)
    const meanwhile = async (purpose: string) => {
      if (purpose !== 'ranges') await change(`COPY more TO '${join(folder, 'other.parquet')}' (FORMAT parquet)`)
    }
    const job = { file: 'table', contract: eachFamily, asOf: 0, others: [] }
    const { run } = await tablesOf(folder, { rows: 0, groups: 1400 }, { meanwhile }).measure(
      'duckdb:other.parquet?table=t&key=id',
      job,
      { progress: () => {} },
    )
    expect(new Set(run.untaken.values())).toEqual(
      new Set(['Expected other.parquet to stay as it is while it is measured but found another file later']),
    )
    expect(run.untaken.size).toBe(run.measures.length)
  })

  it('asks for a column that has few values', async () => {
    const at = (column: string) => partitionsOf(there('g.json').replace('partition=part', `partition=${column}`))
    await expect(at('x')).rejects.toThrow(
      "Expected the partition 'x' to be a column of whole numbers, texts, days or times but found the type DOUBLE (t)",
    )
    await expect(at('nothing')).rejects.toThrow(
      "Expected the partition 'nothing' to be a column of whole numbers, texts, days or times but found no such column (t)",
    )
  })
})
