import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clickhouseConnection } from '../../src/engines/clickhouse/clickhouse-connection.ts'
import { runStatement } from '../../src/engines/clickhouse/run-statement.ts'
import { type ClickhouseEngine, startClickhouse } from '../harness/engines/clickhouse.ts'
import { compared } from '../harness/engines/compared.ts'
import { allCases, holdChecks, holdMethods, writeCases } from '../harness/engines/conformance.ts'
import { EARLY_ROWS, holdEarlyTimes } from '../harness/engines/early-times.ts'
import { everyCheck } from '../harness/engines/every-check.ts'
import { judged } from '../harness/engines/judged.ts'
import { everyKind, makeTables } from '../harness/engines/made-tables.ts'
import { tablesOf } from '../harness/engines/tables-of.ts'
import { underWay } from '../harness/engines/under-way.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const ROWS = 1500
const folder = temporaryFolder('pushdown-clickhouse')
const tables = tablesOf(folder, { rows: 0, groups: 1400 })
let engine: ClickhouseEngine
const there = (table: string, key = '&key=id') => `clickhouse:${engine.url}?table=${table}${key}`

beforeAll(async () => {
  const started = startClickhouse()
  await makeTables(folder, { reference: everyKind(ROWS), current: everyKind(ROWS, 3) })
  engine = await started
  for (const name of ['reference', 'current'])
    await engine.run(
      `CREATE TABLE ${name} ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM file('${join(folder, `${name}.parquet`)}', Parquet)`,
    )
})

afterAll(() => engine?.kill())

describe('a table in ClickHouse', () => {
  it('gets the same verdict on every kind of check as a file of it, bit for bit, without a row being fetched', async () => {
    const here = await judged(tables, 'reference.parquet', everyCheck)
    const found = await judged(tables, there('reference'), everyCheck)
    expect([...found.untaken]).toEqual([])
    expect(found.checks).toEqual(here.checks)
    expect(found.columns).toEqual(here.columns)
    expect(found.rows).toBe(ROWS)
  })

  it('is compared with a file, and with another table, as two files are', async () => {
    const files = { reference: 'reference.parquet', current: 'current.parquet' }
    const expected = await compared(tables, folder, files, {})
    for (const sides of [
      { ...files, current: there('current') },
      { reference: there('reference'), current: there('current') },
    ])
      expect(await compared(tables, folder, sides, {})).toEqual(expected)
  })

  it('answers a case of every check and of every method of drift as files do', async () => {
    const cases = allCases(1)
    const own = temporaryFolder('conformance-clickhouse')
    for (const { name } of await writeCases(own, cases))
      await engine.run(
        `CREATE TABLE ${name} ENGINE = Memory AS SELECT * FROM file('${join(own, `${name}.parquet`)}', Parquet)`,
      )
    const addressOf = (table: string) => there(table, '')
    for (const rows of [undefined, 0] as const) {
      const { same, open, other } = await holdChecks(own, cases, { addressOf, rows })
      expect(other).toEqual([])
      expect(same).toBeGreaterThan(rows === 0 ? 3 * open.length : 90)
    }
    expect(await holdMethods(own, cases, { addressOf, rows: 0 })).toBeGreaterThan(50)
  })

  it('rounds times before 1970 down to milliseconds, as a file of them', async () => {
    // The last has nanoseconds, and one of them more: of what is cut to microseconds it must be as much.
    await engine.run(`CREATE TABLE early ENGINE = Memory AS SELECT toInt64(id) AS id, toDateTime64(t, 6, 'UTC') AS at,
      toTimeZone(at, 'Europe/Berlin') AS moment, toDateTime64(concat(t, '001'), 9, 'UTC') AS fine FROM VALUES('id Int64, t String', ${EARLY_ROWS})`)
    await holdEarlyTimes(there('early'), ['at', 'moment', 'fine'])
  })

  it('knows the types of ClickHouse, and says which it does not', async () => {
    await engine.run(`CREATE TABLE kinds ENGINE = Memory AS
      SELECT number + 1 AS id, toUInt64(18446744073709551615 - number) AS large, toDecimal128(number / 8, 3) AS decimal,
        toDateTime64('1969-12-31 23:59:59.123', 4, 'Europe/Berlin') + number AS moment,
        toDate32('1950-01-01') + number AS day, toLowCardinality(if(number = 1, '', 'a')) AS few,
        if(number = 2, NULL, toInt16(number)) AS holes, CAST(number % 2 + 1, 'Enum8(\\'yes\\' = 1, \\'no\\' = 2)') AS choice,
        if(number = 3, nan, if(number = 4, -inf, number - 2.5)) AS x, number AS n, number + 10 AS g0, number AS "${STRANGE.sql}",
        [number] AS list FROM numbers(6)`)
    const own = temporaryFolder('kinds-clickhouse')
    await makeTables(own, {
      kinds: `SELECT i + 1 AS id, (18446744073709551615 - i)::UBIGINT AS large, (i / 8)::DECIMAL(38, 3) AS decimal,
        TIMESTAMP '1969-12-31 22:59:59.123' + to_seconds(i) AS moment, DATE '1950-01-01' + i::INTEGER AS day,
        CASE WHEN i = 1 THEN '' ELSE 'a' END AS few, CASE WHEN i <> 2 THEN i::SMALLINT END AS holes,
        CASE WHEN i % 2 = 0 THEN 'yes' ELSE 'no' END AS choice,
        CASE i WHEN 3 THEN 'nan'::DOUBLE WHEN 4 THEN '-inf'::DOUBLE ELSE i - 2.5 END AS x, i AS n, i + 10 AS g0,
        i AS "${STRANGE.name.replaceAll('"', '""')}", '' AS list FROM range(6) r(i)`,
    })
    for (const limits of [{}, { rows: 0, groups: 3 }]) {
      const all = tablesOf(own, limits)
      const here = await judged(all, 'kinds.parquet', ofKinds)
      const found = await judged(all, there('kinds'), ofKinds)
      // Where more values fail than are counted one by one, they are not told.
      const told = ({ checks }: typeof here) =>
        checks
          .filter(({ id }) => !id.startsWith('list.'))
          .map(check => ('rows' in limits ? [check.id, check.status, check.measured, check.required] : check))
      expect(told(found)).toEqual(told(here))
      if (!('rows' in limits)) expect(found.columns.slice(0, -1)).toEqual(here.columns.slice(0, -1))
      expect(found.checks.find(({ id }) => id === 'list.enum')).toMatchObject({
        status: 'inconclusive',
        reason: 'Nothing is known of the type Array(UInt64), which list has in kinds',
      })
    }
  })

  it('has each partition measured once, as long as it stays as it is', async () => {
    await engine.run(
      `CREATE TABLE parted (id UInt32, x Nullable(Float64), at DateTime64(3, 'Asia/Tokyo'), day Date32, part Nullable(String), list Array(UInt8)) ENGINE = MergeTree ORDER BY tuple()
      AS SELECT number + 1, number / 7, toDateTime64('1969-12-30 00:00:00', 3, 'UTC') + toIntervalHour(number % 80), toDate32('1949-12-31') + number % 3, if(number % 3 = 0, NULL, toString(number % 3)), [1] FROM numbers(1500)`,
    )
    for (const [column, count] of [
      ['part', 3],
      ['day', 3],
      ['at', 4],
    ] as const) {
      const states = `${there('parted')}&partition=${column}&states=${column}.json`
      const first = await judged(tables, states, ofParted)
      expect([column, first.origin?.engine?.partitions]).toEqual([
        column,
        expect.objectContaining({ count, added: count }),
      ])
      const again = await judged(tables, states, ofParted)
      expect(again.origin?.engine?.partitions).toMatchObject({ count, kept: count })
      const whole = await judged(tables, there('parted'), ofParted)
      for (const { checks, columns, rows } of [first, again])
        expect([checks, columns, rows]).toEqual([whole.checks, whole.columns, whole.rows])
    }
    // A cell that is nothing now, a row that is gone, and one that is new.
    await engine.run("INSERT INTO parted SELECT 2001, NULL, '2026-01-01 00:00:00', '2026-01-01', '7', [2]")
    await engine.run('ALTER TABLE parted UPDATE x = NULL WHERE id = 2 SETTINGS mutations_sync = 2')
    await engine.run('ALTER TABLE parted DELETE WHERE id = 3 SETTINGS mutations_sync = 2')
    const later = await judged(tables, `${there('parted')}&partition=part&states=part.json`, ofParted)
    expect(later.origin?.engine?.partitions).toMatchObject({ count: 4, kept: 1, changed: 2, added: 1 })
    const whole = await judged(tables, there('parted'), ofParted)
    expect([later.checks, later.columns, later.rows]).toEqual([whole.checks, whole.columns, whole.rows])
  })

  it('says of each column that it may not be read, and measures the others', async () => {
    const data = join(temporaryFolder('clickhouse-granted'), 'data')
    const owner = await startClickhouse({ data })
    await owner.run(
      "CREATE TABLE people ENGINE = MergeTree ORDER BY tuple() AS SELECT number AS id, number % 5 AS age, 'n' AS name FROM numbers(100)",
    )
    await owner.kill()
    const contract = contractOf([
      ['id', 'logicalType: integer, primaryKey: true'],
      ['age', 'logicalType: integer, required: true'],
      ['name', 'logicalType: string, required: true'],
    ])
    const ofReader = async (...grants: string[]) => {
      const reader = await startClickhouse({ data, grants })
      const { checks } = await judged(tables, `clickhouse:${reader.url}?table=default.people`, contract).finally(
        reader.kill,
      )
      return checks
        .filter(({ id }) => id.endsWith('.required'))
        .map(({ id, status, reason }) => [id, status, status === 'pass' || reason])
    }
    const seen = [
      ['age.required', 'pass', true],
      [
        'name.required',
        'inconclusive',
        expect.stringMatching(
          /^name of default\.people may not be read: Code: 497\. DB::Exception: default: Not enough privileges\. /,
        ),
      ],
    ]
    expect(await ofReader('GRANT SELECT(id, age) ON default.people')).toEqual(seen)
    expect(await ofReader('GRANT SELECT(id, age) ON default.people', 'GRANT SHOW COLUMNS ON default.people')).toEqual(
      seen,
    )
    await expect(ofReader('GRANT SELECT ON default.other')).rejects.toThrow(
      /^Expected default\.people to be a table that ClickHouse lets us read but found: /,
    )
  })

  it('is not begun where more would be read than may be', async () => {
    const asked = async (limit: string) => (await judged(tables, there('reference', `&key=id&${limit}`), ofId)).checks
    const open = (await asked(`max-rows=${ROWS - 1}`)).filter(({ status }) => status === 'inconclusive')
    expect(open[0]?.reason).toBe(
      `Expected at most ${ROWS - 1} rows to be read of reference but clickhouse 26.7.2.1 expects ${ROWS}`,
    )
    expect((await asked('max-bytes=1000'))[0]?.reason).toMatch(
      /^Expected at most 1000 bytes to be read of reference but/,
    )
    expect((await asked('max-rows=1500&max-bytes=1000000')).map(({ status }) => status)).not.toContain('inconclusive')
  })

  it('says what it is refused, and which limit was met', async () => {
    await expect(judged(tables, there('nothing'), everyCheck)).rejects.toThrow(
      /^Expected nothing to be a table that ClickHouse lets us read but found: Code: 60\. DB::Exception: /,
    )
    const run = (sql: string, scannedBytes = 100_000) =>
      runStatement(
        clickhouseConnection(engine.url, {}, { seconds: 1, bytes: 1e6, scannedBytes, memory: '' }),
        { sql, rows: 5, purpose: 'test' },
        () => {},
      )
    await expect(run('SELECT toString(sum(id)) FROM reference')).resolves.toMatchObject({
      rows: [[String((ROWS * (ROWS + 1)) / 2)]],
    })
    await expect(run('SELECT id FROM reference')).rejects.toThrow('TOO_MANY_ROWS_OR_BYTES')
    await expect(run('SELECT sum(cityHash64(number)) FROM numbers(100000)')).rejects.toThrow('TOO_MANY_BYTES')
    await expect(run('SELECT sum(cityHash64(number)) FROM numbers(100000000000)', 1e15)).rejects.toThrow(
      'TIMEOUT_EXCEEDED',
    )
    await expect(run('DROP TABLE reference')).rejects.toThrow('READONLY')
  })

  it('leaves everything open where the engine is killed in the middle', async () => {
    const other = await startClickhouse()
    await other.run(
      'CREATE VIEW slow AS SELECT number AS id, toString(number) AS t FROM numbers(1000000000000) WHERE NOT ignore(cityHash64(toString(number)))',
    )
    const contract = contractOf([['t', 'logicalType: string, required: true']])
    const asked = underWay(folder)
    const running = judged(asked.tables, `clickhouse:${other.url}?table=slow`, contract)
    await asked.begun
    await other.kill()
    const { checks } = await running
    expect(checks.filter(({ id }) => id === 't.required')).toMatchObject([
      {
        status: 'inconclusive',
        reason: expect.stringMatching(/^clickhouse 26\.7\S* did not answer for slow: no connection/),
      },
    ])
  })
})

/** A name that holds what ends names and texts, and what stands for others in our templates. */
const STRANGE = { name: `se"l\\ect ' $ % n`, sql: `se\\"l\\\\ect ' $ % n` }

function contractOf(columns: readonly (readonly [name: string, rules: string])[]) {
  const each = columns.map(([name, rules]) => `      - { name: ${JSON.stringify(name)}, ${rules} }`)
  return {
    name: 'own.odcs.yaml',
    text: `apiVersion: v3.1.0\nkind: DataContract\nid: own\nversion: 1.0.0\nstatus: active\nschema:\n  - name: table\n    properties:\n${each.join('\n')}\n`,
  }
}

const ofParted = contractOf([
  ['id', 'logicalType: integer, primaryKey: true'],
  ['x', 'logicalType: number, required: true, logicalTypeOptions: { minimum: 0, maximum: 3 }'],
  ['at', "logicalType: timestamp, required: true, logicalTypeOptions: { minimum: '1970-01-01T00:10:00Z' }"],
  ['day', "logicalType: date, required: true, logicalTypeOptions: { minimum: '1950-01-01' }"],
  ['part', 'logicalType: string, required: true'],
])
const ofId = contractOf([['id', 'logicalType: integer, required: true']])
const NUMBER = 'logicalType: number, required: true, logicalTypeOptions: { minimum: 0, maximum: 3 }'
const ofKinds = contractOf([
  ['id', 'logicalType: integer, primaryKey: true'],
  ['large', NUMBER],
  ['decimal', NUMBER],
  ['moment', "logicalType: timestamp, required: true, logicalTypeOptions: { minimum: '1969-12-31T23:00:00.123Z' }"],
  ['day', "logicalType: date, required: true, logicalTypeOptions: { minimum: '1950-01-03' }"],
  ['few', 'logicalType: string, required: true'],
  ['holes', 'logicalType: integer, required: true'],
  ['choice', 'logicalType: string, required: true, logicalTypeOptions: { enum: [yes, maybe] }'],
  ['x', NUMBER],
  ['n', NUMBER],
  ['g0', NUMBER],
  [STRANGE.name, NUMBER],
  ['list', "logicalType: string, logicalTypeOptions: { enum: ['1'] }"],
])
