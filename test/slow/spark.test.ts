import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { spark as dialect } from '../../src/core/pushdown/dialects/spark.ts'
import { quoted, textLiteral } from '../../src/core/pushdown/sql.ts'
import type { Statement } from '../../src/core/pushdown/statement.ts'
import { runStatement } from '../../src/engines/spark/run-statement.ts'
import { openSession } from '../../src/engines/spark/session.ts'
import { sparkConnection } from '../../src/engines/spark/spark-connection.ts'
import { KEY, type TextTable } from '../harness/engines/cases.ts'
import { compared } from '../harness/engines/compared.ts'
import { allCases, holdChecks, holdMethods, textTablesOf, writeCases } from '../harness/engines/conformance.ts'
import { type DatabricksFront, startDatabricksFront } from '../harness/engines/databricks-front.ts'
import { EARLY_ROWS, holdEarlyTimes } from '../harness/engines/early-times.ts'
import { everyCheck } from '../harness/engines/every-check.ts'
import { judged } from '../harness/engines/judged.ts'
import { limitedJob } from '../harness/engines/limited-job.ts'
import { everyKind, makeTables } from '../harness/engines/made-tables.ts'
import { type SparkServer, startSpark } from '../harness/engines/spark.ts'
import { tablesOf } from '../harness/engines/tables-of.ts'
import { together } from '../harness/engines/together.ts'
import { underWay } from '../harness/engines/under-way.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const ROWS = 1500
const folder = temporaryFolder('pushdown-spark')
const tables = tablesOf(folder, { rows: 0, groups: 1400 })
let spark: SparkServer
let front: DatabricksFront
const there = (table: string, key = '&key=id') => `spark:${spark.url}?table=${table}${key}`
const SETTINGS = {
  'spark.sql.session.timeZone': 'America/New_York',
  'spark.sql.codegen.wholeStage': 'false',
  'spark.sql.codegen.factoryMode': 'NO_CODEGEN',
}
const fileOf = (name: string, of = folder) => join(of, `${name}.parquet`)

beforeAll(async () => {
  const started = startSpark(temporaryFolder('spark'), { lake: true })
  await makeTables(folder, { reference: everyKind(ROWS), current: everyKind(ROWS, 3) })
  spark = await started
  front = await startDatabricksFront(spark.url, { settings: SETTINGS })
  for (const name of ['reference', 'current'])
    await spark.run(`CREATE TABLE ${name} USING parquet LOCATION '${fileOf(name)}'`)
})

afterAll(async () => {
  await front?.close()
  await spark?.kill()
})

describe('a table in Spark', () => {
  it('gets the same verdict on every kind of check as a file of it, bit for bit, without a row being fetched', async () => {
    const here = await judged(tables, 'reference.parquet', everyCheck)
    const found = await judged(tables, there('reference'), everyCheck)
    expect([...found.untaken]).toEqual([])
    expect(found.checks).toEqual(here.checks)
    expect(found.columns).toEqual(here.columns)
    expect(found.rows).toBe(ROWS)
  })

  it('is compared with a file as two files are', async () => {
    const files = { reference: 'reference.parquet', current: 'current.parquet' }
    const expected = await compared(tables, folder, files, {})
    expect(await compared(tables, folder, { ...files, current: there('current') }, {})).toEqual(expected)
  })

  it('answers a case of every check and of every method of drift as files do, in another zone', async () => {
    const cases = allCases(1)
    const own = temporaryFolder('conformance-spark')
    await writeCases(own, cases)
    const limits = { seconds: 300, bytes: 64_000_000, memory: '' }
    const session = await openSession(sparkConnection(spark.url, {}, limits), SETTINGS)
    const run = (statement: Statement) => runStatement(session, statement, () => {})
    const columns = new Map<string, { name: string; type: string }[]>()
    for (const table of await textTablesOf(cases)) {
      await run({ sql: viewOf(table), purpose: '', rows: 1 })
      columns.set(table.name, [{ name: KEY, type: 'bigint' }, ...table.columns.map(name => ({ name, type: 'string' }))])
    }
    const instead = together('spark 4.1.4', table => columns.get(table) ?? [], run)
    const addressOf = (table: string) => `spark:${spark.url}?table=${table}`
    const { same, open, other } = await holdChecks(own, cases, { addressOf, rows: 0, instead })
    expect(other).toEqual([])
    expect(same).toBeGreaterThan(20 * open.length)
    expect(await holdMethods(own, cases, { addressOf, rows: 0, instead })).toBeGreaterThan(50)
  })

  it('knows the types of Spark, and says which it does not, whatever the zone', async () => {
    await spark.run(`CREATE VIEW kinds AS SELECT id + 1 AS id, CAST(18446744073709551615 - id AS DECIMAL(20, 0)) AS large,
      CAST(id / 8 AS DECIMAL(38, 3)) AS decimal, timestamp_micros(id * 1000000 - 36876500) AS moment,
      TIMESTAMP_NTZ '1969-12-31 22:59:59.123' + make_dt_interval(0, 0, 0, id) AS clock,
      TIMESTAMP_NTZ '2024-03-10 01:59:59.5001' + make_dt_interval(0, 0, 0, id) AS spring,
      date_add(DATE '1950-01-01', CAST(id AS INT)) AS day, IF(id = 1, '', 'a') AS few, IF(id <> 2, CAST(id AS SMALLINT), NULL) AS holes,
      CAST(IF(id % 2 = 0, 'yes', 'no') AS VARCHAR(3)) AS choice,
      CASE id WHEN 3 THEN CAST('NaN' AS DOUBLE) WHEN 4 THEN CAST('-Infinity' AS DOUBLE) WHEN 5 THEN CAST('Infinity' AS DOUBLE)
        ELSE id - 2.5D END AS x,
      CAST(CAST(id AS FLOAT) / 2 AS FLOAT) AS f, IF(id = 0, -0.0D, 0.0D) AS zero, IF(id < 2, 1e19D, id + 0.0D) AS whole, id AS n,
      id + 10 AS g0, id AS \`Select\`, id AS ${quoted(dialect, STRANGE)}, concat(${textLiteral(dialect, ODD)}, id) AS odd,
      array(id) AS list, map('a', id) AS map, struct(id) AS struct, X'00' AS bytes, INTERVAL '1' DAY AS interval,
      parse_json('1') AS variant FROM range(6)`)
    const own = temporaryFolder('kinds-spark')
    await makeTables(own, {
      kinds: `SELECT i + 1 AS id, (18446744073709551615 - i)::DECIMAL(20, 0) AS large, (i / 8)::DECIMAL(38, 3) AS decimal,
        make_timestamp(i * 1000000 - 36876500) AS moment, TIMESTAMP '1969-12-31 22:59:59.123' + to_seconds(i) AS clock,
        TIMESTAMP '2024-03-10 01:59:59.5001' + to_seconds(i) AS spring, DATE '1950-01-01' + i::INTEGER AS day,
        CASE WHEN i = 1 THEN '' ELSE 'a' END AS few, CASE WHEN i <> 2 THEN i::SMALLINT END AS holes,
        CASE WHEN i % 2 = 0 THEN 'yes' ELSE 'no' END AS choice,
        CASE i WHEN 3 THEN 'nan'::DOUBLE WHEN 4 THEN '-inf'::DOUBLE WHEN 5 THEN 'inf'::DOUBLE ELSE i - 2.5 END AS x,
        (i / 2)::FLOAT AS f, CASE WHEN i = 0 THEN -0.0::DOUBLE ELSE 0 END AS zero, CASE WHEN i < 2 THEN 1e19 ELSE i END AS whole,
        i AS n, i + 10 AS g0, i AS "Select", i AS "${STRANGE.replaceAll('"', '""')}",
        '${ODD.replaceAll("'", "''")}' || i AS odd,
        '' AS list, '' AS map, '' AS struct, '' AS bytes, '' AS interval, '' AS variant FROM range(6) r(i)`,
    })
    for (const limits of [{}, { rows: 0, groups: 3 }]) {
      const all = tablesOf(own, limits)
      const here = await judged(all, 'kinds.parquet', ofKinds)
      // Where more values fail than are counted one by one, they are not told.
      const told = ({ checks }: typeof here) =>
        checks
          .filter(({ id }) => !UNKNOWN.some(name => id.startsWith(`${name}.`)))
          .filter(({ id }) => !('rows' in limits && id === 'odd.enum'))
          .map(check => ('rows' in limits ? [check.id, check.status, check.measured, check.required] : check))
      for (const address of [there('kinds'), `databricks:${front.url}?table=kinds&key=id`]) {
        const found = await judged(all, address, ofKinds)
        expect(told(found)).toEqual(told(here))
        if (!('rows' in limits))
          expect(found.columns.slice(0, -UNKNOWN.length)).toEqual(here.columns.slice(0, -UNKNOWN.length))
        expect(UNKNOWN.map(name => found.checks.find(({ id }) => id === `${name}.enum`))).toMatchObject(
          ['array<bigint>', 'map<string,bigint>', 'struct<id:bigint>', 'binary', 'interval day', 'variant'].map(
            (type, i) => ({
              status: 'inconclusive',
              reason: `Nothing is known of the type ${type}, which ${UNKNOWN[i]} has in kinds`,
            }),
          ),
        )
      }
    }
    expect(front.statements.length).toBeGreaterThan(10)
    expect(front.statements.filter(sql => !/^\(*(SELECT|DESCRIBE|EXPLAIN) /.test(sql))).toEqual([])
  })

  it('rounds times before 1970 down to milliseconds, as a file of them', async () => {
    await spark.run(
      `CREATE VIEW early AS SELECT CAST(id AS BIGINT) AS id, CAST(t AS TIMESTAMP_NTZ) AS clock, CAST(concat(t, 'Z') AS TIMESTAMP) AS moment FROM VALUES ${EARLY_ROWS} AS v(id, t)`,
    )
    await holdEarlyTimes(there('early'), ['clock', 'moment'], { limits: [{ rows: 0 }] })
  })

  it('says that a table of 2 000 columns is filled', async () => {
    const names = Array.from({ length: 2000 }, (_, i) => `c${i}`)
    const own = temporaryFolder('wide-spark')
    await makeTables(own, {
      wide: `SELECT i AS id, ${names.map((name, i) => `${i} AS ${name}`).join(', ')} FROM range(3) r(i)`,
    })
    await spark.run(`CREATE TABLE wide USING parquet LOCATION '${fileOf('wide', own)}'`)
    const contract = contractOf(names.map(name => [name, 'required: true']))
    const { checks } = await judged(tablesOf(folder, {}), there('wide'), contract)
    expect(checks.filter(({ id, status }) => /^c\d+\.required$/.test(id) && status === 'pass')).toHaveLength(2000)
  })

  it('is not begun where more would be read than may be', async () => {
    const asked = async (limit: string) =>
      (await judged(tables, there('reference', `&key=id&${limit}`), ofId)).checks.find(({ id }) => id === 'id.required')
    expect((await asked('max-bytes=10'))?.reason).toMatch(
      /^Expected at most 10 bytes to be read of reference but spark 4\.1\.4 expects \d+$/,
    )
    expect((await asked('max-rows=10'))?.reason).toBe(
      'Expected spark 4.1.4 to tell how many rows are to be read of reference, as there is a limit of 10, but it cannot',
    )
    expect((await asked('max-bytes=1000000'))?.status).toBe('pass')
  })

  it('measures all columns but the one that may not be read, of which it says so', async () => {
    await spark.run(
      "CREATE VIEW people AS SELECT id, id % 5 AS age, concat('n', id) AS name, id AS last FROM range(1, 101)",
    )
    const guarded = await startDatabricksFront(spark.url, { denied: 'name' })
    const contract = contractOf(['id', 'age', 'name', 'last'].map(name => [name, 'required: true']))
    const { checks } = await judged(
      tablesOf(folder, { rows: 0 }),
      `databricks:${guarded.url}?table=people&key=id`,
      contract,
    )
    expect(
      checks.flatMap(({ id, status, reason }) => (id.endsWith('.required') ? [[id, status, reason]] : [])),
    ).toEqual([
      ['id.required', 'pass', "'id' is filled in each of 100 cells"],
      ['age.required', 'pass', "'age' is filled in each of 100 cells"],
      [
        'name.required',
        'inconclusive',
        "name of people may not be read: the statement is FAILED: BAD_REQUEST: [INSUFFICIENT_PERMISSIONS] User does not have SELECT on Column 'name'.",
      ],
      ['last.required', 'pass', "'last' is filled in each of 100 cells"],
    ])
    await guarded.close()
  })

  it('says what it is refused', async () => {
    await expect(judged(tables, there('nothing'), everyCheck)).rejects.toThrow(
      /^Expected nothing to be a table that Spark lets us read but found: \[TABLE_OR_VIEW_NOT_FOUND\] /,
    )
    await expect(judged(tables, there('reference', '&key=id&snapshot=main'), everyCheck)).rejects.toThrow(
      'Expected snapshots of reference but found: it keeps none',
    )
    await expect(judged(tables, there('reference', '&key=color'), everyCheck)).rejects.toThrow(
      "Expected the key 'color' to be a column of whole numbers but found the type string (reference)",
    )
  })
})

describe('a table that keeps its states', () => {
  it.each(['delta', 'iceberg'] as const)('is measured in one of them, whoever writes meanwhile (%s)', async format => {
    const table = format === 'delta' ? 'states' : 'lake.db.states'
    await spark.run(`CREATE TABLE ${table} USING ${format} AS SELECT id FROM range(1, 11)`)
    await wait(1100)
    const between = new Date().toISOString()
    await spark.run(`INSERT INTO ${table} SELECT id FROM range(11, 21)`)
    let writes = 0
    const meanwhile = async () => {
      if (writes++ === 1) await spark.run(`INSERT INTO ${table} SELECT 5`)
    }
    const watched = tablesOf(folder, { rows: 0 }, { meanwhile })
    const first = await judged(watched, there(table), ofId)
    expect(writes).toBeGreaterThan(2)
    expect([first.rows, first.checks.filter(({ status }) => status !== 'pass')]).toEqual([20, []])
    const { snapshot } = first.origin?.engine ?? {}
    expect(snapshot?.at).toMatch(/^20\d\d-.*Z$/)
    if (format === 'delta') expect(snapshot?.id).toBe('1')
    const now = await judged(tables, there(table, ''), ofId)
    expect([now.rows, now.checks.some(({ status }) => status === 'fail')]).toEqual([21, true])
    expect((await judged(tables, there(table, `&snapshot=${snapshot?.id}`), ofId)).rows).toBe(20)
    expect((await judged(tables, there(table, `&as-of=${encodeURIComponent(between)}`), ofId)).rows).toBe(10)
    await expect(judged(tables, there(table, '&as-of=2001-01-01T00:00:00Z'), ofId)).rejects.toThrow(
      `Expected snapshots of ${table} but found: none of it is as old as 2001-01-01T00:00:00Z`,
    )
    await expect(judged(tables, there(table, '&snapshot=77'), ofId)).rejects.toThrow(
      `Expected ${table} to have the snapshot 77 but found: `,
    )
    if (format === 'iceberg') {
      await spark.run(`ALTER TABLE ${table} CREATE TAG audited AS OF VERSION ${snapshot?.id}`)
      expect((await judged(tables, there(table, '&snapshot=audited'), ofId)).rows).toBe(20)
    }
  })

  it('is measured partition by partition, and those alone that are new', async () => {
    await spark.run(
      "CREATE TABLE parts USING parquet PARTITIONED BY (part) AS SELECT id, id AS n, concat('p', id % 3) AS part FROM range(1, 31)",
    )
    const address = there('parts', '&key=id&partition=part&states=parts.json')
    const { origin } = await judged(tables, address, ofId)
    expect(origin?.engine?.partitions).toMatchObject({ count: 3, kept: 0, added: 3 })
    await spark.run("INSERT INTO parts SELECT id, id AS n, 'p3' AS part FROM range(31, 41)")
    const { origin: later, ...found } = await judged(tables, address, ofId)
    expect(later?.engine?.partitions).toMatchObject({ count: 4, kept: 3, added: 1, changed: 0 })
    const { origin: _, ...whole } = await judged(tables, there('parts'), ofId)
    expect(found).toEqual(whole)
  })
})

describe('a table that changes, or an engine that is lost', () => {
  it('leaves everything open where a table without states has changed meanwhile', async () => {
    await spark.run('CREATE TABLE growing USING delta AS SELECT id FROM range(1, 11)')
    await spark.run('CREATE VIEW moving AS SELECT id FROM growing')
    let writes = 0
    const meanwhile = async () => {
      if (writes++ === 1) await spark.run('INSERT INTO growing SELECT 11')
    }
    const { checks } = await judged(tablesOf(folder, { rows: 0 }, { meanwhile }), there('moving'), ofId)
    expect(checks.find(({ id }) => id === 'id.required')).toMatchObject({
      status: 'inconclusive',
      reason: 'Expected moving to stay as it is while it is measured but found 10 rows first and 11 later',
    })
  })

  it('leaves everything open where files have been replaced meanwhile, which a session does not notice', async () => {
    const rowsOf = (x: string) => `SELECT i AS id, (${x})::DOUBLE AS x FROM range(1, 2001) r(i)`
    const own = temporaryFolder('replaced-spark')
    const contract = contractOf([
      ['id', 'logicalType: integer, required: true, primaryKey: true'],
      ['x', 'logicalType: number, required: true, logicalTypeOptions: { minimum: 0 }'],
    ])
    const placed = async (table: string, part: string, x: string) => {
      const made = temporaryFolder('part')
      await makeTables(made, { part: rowsOf(x) })
      mkdirSync(join(own, table), { recursive: true })
      renameSync(fileOf('part', made), join(own, table, part))
    }
    const judgedAfter = async (table: string, replace: () => Promise<void>) => {
      await placed(table, 'a.parquet', 'i')
      await spark.run(`CREATE TABLE ${table} USING parquet LOCATION '${join(own, table)}'`)
      await spark.run(`SELECT count(*) FROM ${table}`)
      let asked = 0
      const meanwhile = async () => {
        if (asked++ === 2) await replace()
      }
      const { checks, rows } = await judged(tablesOf(own, { rows: 0 }, { meanwhile }), there(table), contract)
      const [check] = checks.filter(({ id }) => id === 'x.range')
      return [rows, check?.status, check?.reason.slice(0, 90)]
    }
    const others = [
      0,
      'inconclusive',
      expect.stringMatching(/^Expected the files of \w+ to stay as they are while it is measured/),
    ]
    // Of the same extremes, sums and length: nothing else tells.
    expect(await judgedAfter('swapped', () => placed('swapped', 'a.parquet', '2001 - i'))).toEqual(others)
    expect(await judgedAfter('extended', () => placed('extended', 'b.parquet', '-i'))).toEqual(others)
    const moved = async () => {
      rmSync(join(own, 'moved', 'a.parquet'))
      await placed('moved', 'b.parquet', '-i')
    }
    expect(await judgedAfter('moved', moved)).toEqual([
      0,
      'inconclusive',
      expect.stringMatching(/^spark 4\.1\.4 did not answer for moved: \[FAILED_READ_FILE\.FILE_NOT_EXIST\]/),
    ])
    // What another session knows of before matters to none that comes later.
    const { checks, rows } = await judged(tables, there('moved'), contract)
    expect([rows, checks.find(({ id }) => id === 'x.range')?.status]).toEqual([2000, 'fail'])
  })

  it('ends its statement where the job is cancelled', async () => {
    await spark.run(
      "CREATE VIEW slow AS SELECT id, concat('a', id) AS t FROM range(1000000000000) WHERE xxhash64(concat('a', id)) <> 0",
    )
    writeFileSync(join(folder, 'c.odcs.yaml'), ofTexts.text)
    for (const address of [there('slow', ''), `databricks:${front.url}?table=slow`]) {
      const child = spawn(process.execPath, [resolve('test/harness/engines/ask-slowly.ts'), folder, address], {
        stdio: ['ignore', 'pipe', 'inherit'],
        timeout: 300_000,
        killSignal: 'SIGKILL',
      })
      let said = ''
      child.stdout.on('data', piece => {
        said += piece
      })
      const ended = once(child, 'exit')
      await expect.poll(() => said, { timeout: 240_000 }).toMatch(/: ranges, RUNNING/)
      child.kill('SIGTERM')
      expect((await ended)[1]).toBe('SIGTERM')
      await expect.poll(isIdle, { timeout: 120_000 }).toBe(true)
    }
    expect(front.canceled).toHaveLength(1)
  })

  it('leaves everything open, and ends its statement, where that takes longer than it may', async () => {
    const { seconds, check } = await limitedJob(folder, there('slow', ''), 't', 4)
    const reason = 'spark 4.1.4 did not answer for slow: it took more than 4 s'
    expect([check, seconds < 30]).toEqual([{ status: 'inconclusive', reason }, true])
    await expect.poll(isIdle, { timeout: 120_000 }).toBe(true)
  })

  it('leaves everything open where Spark is killed in the middle', async () => {
    const asked = underWay(folder)
    const running = judged(asked.tables, there('slow', ''), ofTexts)
    await asked.begun
    await spark.kill()
    const { checks } = await running
    expect(checks.filter(({ id }) => id === 't.required')).toMatchObject([
      {
        status: 'inconclusive',
        reason: expect.stringMatching(/^spark 4\.1\.4 did not answer for slow: no connection/),
      },
    ])
  })
})

/** Whether Spark is at nothing for half a second. */
async function isIdle(): Promise<boolean> {
  const before = spark.cpu()
  await wait(500)
  return spark.cpu() - before < 0.1
}

/** A name that holds what ends names and texts, and what stands for others in our templates. */
const STRANGE = `se"l\\ect \` ' $ % n`
/** A text that holds what Spark may read as something else. */
const ODD = `\${env:HOME} \\ "'`
const UNKNOWN = ['list', 'map', 'struct', 'bytes', 'interval', 'variant']

function contractOf(columns: readonly (readonly [name: string, rules: string])[]) {
  const each = columns.map(([name, rules]) => `      - { name: ${JSON.stringify(name)}, ${rules} }`)
  return {
    name: 'own.odcs.yaml',
    text: `apiVersion: v3.1.0\nkind: DataContract\nid: own\nversion: 1.0.0\nstatus: active\nschema:\n  - name: table\n    properties:\n${each.join('\n')}\n`,
  }
}

const ofId = contractOf([['id', 'logicalType: integer, required: true, primaryKey: true']])
const ofTexts = contractOf([['t', 'logicalType: string, required: true']])
const NUMBER = 'logicalType: number, required: true, logicalTypeOptions: { minimum: 0, maximum: 3 }'
const TIME =
  "logicalType: timestamp, required: true, logicalTypeOptions: { minimum: '1969-12-31T23:00:00.123Z', maximum: '2024-03-10T02:00:01.5Z' }"
const allowed = JSON.stringify([`${ODD}1`])
const ofKinds = contractOf([
  ['id', 'logicalType: integer, primaryKey: true'],
  ...['large', 'decimal', 'x', 'f', 'zero', 'n', 'g0', 'Select', STRANGE].map(name => [name, NUMBER] as const),
  ['whole', 'logicalType: integer, required: true'],
  ...['moment', 'clock', 'spring'].map(name => [name, TIME] as const),
  ['day', "logicalType: date, required: true, logicalTypeOptions: { minimum: '1950-01-03' }"],
  ['few', 'logicalType: string, required: true'],
  ['holes', 'logicalType: integer, required: true'],
  ['choice', 'logicalType: string, required: true, logicalTypeOptions: { enum: [yes, maybe] }'],
  ['odd', `logicalType: string, unique: true, logicalTypeOptions: { enum: ${allowed} }`],
  ...UNKNOWN.map(name => [name, "logicalType: string, logicalTypeOptions: { enum: ['1'] }"] as const),
])

/** A view of some rows, so small that nothing is read for it. */
function viewOf({ name, columns, rows }: TextTable): string {
  const names = [KEY, ...columns].map(column => quoted(dialect, column)).join(', ')
  const values = rows.map((row, i) => `(${[`${i + 1}L`, ...row.map(cell => textLiteral(dialect, cell))].join(', ')})`)
  const nothing = `SELECT ${[`1L AS ${quoted(dialect, KEY)}`, ...columns.map(column => `'' AS ${quoted(dialect, column)}`)].join(', ')} WHERE false`
  return `CREATE TEMPORARY VIEW ${name} AS ${rows.length > 0 ? `SELECT * FROM VALUES ${values.join(', ')} AS t(${names})` : nothing}`
}
