import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgresAddress } from '../../src/engines/postgres/postgres-address.ts'
import { postgresConnection } from '../../src/engines/postgres/postgres-connection.ts'
import { runStatement } from '../../src/engines/postgres/run-statement.ts'
import { blockOf } from '../docs/block-of.ts'
import { EARLY_ROWS, holdEarlyTimes } from '../harness/engines/early-times.ts'
import { judged } from '../harness/engines/judged.ts'
import { makeTables } from '../harness/engines/made-tables.ts'
import { type PostgresServer, startPostgres, writeSettings } from '../harness/engines/postgres.ts'
import { tablesOf } from '../harness/engines/tables-of.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const folder = temporaryFolder('postgres-faults')
let server: PostgresServer
const there = (table: string, more = '&key=id') => `postgres:${server.url}?table=${encodeURIComponent(table)}${more}`
const tables = tablesOf(folder, { rows: 0 })

beforeAll(async () => {
  server = await startPostgres()
  await server.run(`
    CREATE SCHEMA "Order"; CREATE TABLE scored AS SELECT CAST(i AS bigint) AS id, i * 0.5::float8 AS x, 'p' || i % 4 AS part, i % 7 AS few FROM generate_series(1, 8000) i;
    ANALYZE scored;
    CREATE VIEW slow AS SELECT CAST(a.id AS text) AS t FROM scored a, scored b, scored c WHERE md5(CAST(b.id + c.id AS text)) <> '';
  `)
})

afterAll(() => server?.stop())

describe('a table in PostgreSQL', () => {
  it('is read as a file of it whatever its types are, and says which it does not know', async () => {
    await server.run(`
      CREATE TYPE choice AS ENUM ('yes', 'no');
      CREATE DOMAIN score AS numeric(10, 3) CHECK (VALUE IS NULL OR VALUE >= 0);
      CREATE DOMAIN better AS score;
      CREATE TABLE kinds AS SELECT CAST(i + 1 AS bigint) AS id, CAST(i AS smallint) AS small, 9223372036854775807 - i AS large,
        CAST(i / 8.0 AS better) AS decimal,
        CASE i WHEN 1 THEN 'NaN' WHEN 2 THEN '-Infinity' WHEN 3 THEN CAST('1e400' AS numeric) WHEN 4 THEN CAST('1e-400' AS numeric) ELSE i + 0.5 END AS exact,
        CASE i WHEN 3 THEN CAST('NaN' AS float8) WHEN 4 THEN '-Infinity' WHEN 5 THEN '-0' ELSE i - 2.5 END AS x,
        CAST(CASE i WHEN 3 THEN 'Infinity' ELSE i / 3.0 END AS real) AS f,
        CAST('1969-12-31 23:59:59.1239' AS timestamp) + make_interval(secs => i) AS at,
        CAST('1969-12-31 23:59:59.123456+02' AS timestamptz) + make_interval(secs => i) AS moment,
        CASE i WHEN 2 THEN CAST('infinity' AS timestamp) ELSE CAST('2020-02-29' AS timestamp) + make_interval(days => i) END AS until,
        CAST('1950-01-01' AS date) + i AS day, CASE i WHEN 1 THEN CAST('-infinity' AS date) ELSE CAST('2024-01-01' AS date) + i END AS since,
        CAST(CASE i WHEN 1 THEN '' ELSE 'é' || i END AS varchar(5)) AS word, CAST('a' || i AS char(4)) AS padded,
        CASE WHEN i % 2 = 0 THEN CAST('yes' AS choice) ELSE 'no' END AS choice, CAST('00000000-0000-4000-8000-0000000000' || i + 10 AS uuid) AS guid,
        i % 2 = 0 AS flag, CASE WHEN i <> 2 THEN i END AS holes, i AS "${STRANGE.replaceAll('"', '""')}", i AS "?column?", i AS "Select", i AS n, i + 10 AS g0, i AS k, i AS lot, CAST(i AS text) AS text,
        ARRAY[i] AS list, jsonb_build_object('a', i) AS json, CAST('a' AS bytea) AS blob, make_interval(days => i) AS span, CAST('10.0.0.1' AS inet) AS net
      FROM generate_series(0, 11) i`)
    const own = temporaryFolder('kinds-postgres')
    await makeTables(own, {
      kinds: `SELECT i + 1 AS id, i::SMALLINT AS small, 9223372036854775807 - i AS large, (i / 8.0)::DECIMAL(10, 3) AS decimal,
        CASE i WHEN 1 THEN 'nan'::DOUBLE WHEN 2 THEN '-inf' WHEN 3 THEN 'inf' WHEN 4 THEN 0 ELSE i + 0.5 END AS exact,
        CASE i WHEN 3 THEN 'nan'::DOUBLE WHEN 4 THEN '-inf' WHEN 5 THEN '-0' ELSE i - 2.5 END AS x,
        (CASE i WHEN 3 THEN 'inf'::FLOAT ELSE (i / 3.0)::FLOAT END) AS f,
        TIMESTAMP '1969-12-31 23:59:59.123' + to_seconds(i) AS at, TIMESTAMP '1969-12-31 21:59:59.123' + to_seconds(i) AS moment,
        CASE WHEN i <> 2 THEN strftime(TIMESTAMP '2020-02-29' + to_days(i::INTEGER), '%Y-%m-%dT%H:%M:%S.%gZ') ELSE 'Invalid Date' END AS until,
        DATE '1950-01-01' + i::INTEGER AS day, CASE WHEN i <> 1 THEN (DATE '2024-01-01' + i::INTEGER)::VARCHAR ELSE '-infinity' END AS since,
        CASE i WHEN 1 THEN '' ELSE 'é' || i END AS word, 'a' || i AS padded, CASE WHEN i % 2 = 0 THEN 'yes' ELSE 'no' END AS choice,
        '00000000-0000-4000-8000-0000000000' || (i + 10) AS guid, i % 2 = 0 AS flag, CASE WHEN i <> 2 THEN i END AS holes,
        i AS "${STRANGE.replaceAll('"', '""')}", i AS "?column?", i AS "Select", i AS n, i + 10 AS g0, i AS k, i AS lot, i::VARCHAR AS text,
        'a' AS list, 'a' AS json, 'a' AS blob, 'a' AS span, 'a' AS net FROM range(12) r(i)`,
    })
    for (const limits of [{}, { rows: 0 }, { rows: 0, groups: 3 }]) {
      const all = tablesOf(own, limits)
      const here = await judged(all, 'kinds.parquet', ofKinds)
      const found = await judged(all, there('kinds'), ofKinds)
      // Where more values fail than are counted one by one, they are not told; nor are texts looked at one by one.
      const isFew = 'groups' in limits
      const open = new Set(found.checks.filter(({ status }) => status === 'inconclusive').map(({ id }) => id))
      expect([...open].filter(id => !UNKNOWN.test(id))).toEqual(
        isFew ? ['word.enum', 'padded.enum', 'guid.enum', 'text.enum'] : [],
      )
      const told = ({ checks }: typeof here) =>
        checks
          .filter(({ id }) => !open.has(id))
          .map(check => (isFew ? [check.id, check.status, check.measured, check.required] : check))
      expect(told(found)).toEqual(told(here))
      expect(['list', 'json', 'blob', 'span', 'net'].filter(name => !open.has(`${name}.enum`))).toEqual([])
      expect(found.checks.find(({ id }) => id === 'json.enum')).toMatchObject({
        status: 'inconclusive',
        reason: 'Nothing is known of the type jsonb, which json has in kinds',
      })
    }
  })

  it('rounds times before 1970 down to milliseconds, as a file of them', async () => {
    await server.run(
      `CREATE TABLE early AS SELECT CAST(id AS bigint) AS id, CAST(t AS timestamp) AS at, CAST(t || 'Z' AS timestamptz) AS moment FROM (VALUES ${EARLY_ROWS}) v(id, t)`,
    )
    await holdEarlyTimes(there('early'), ['at', 'moment'])
  })

  it('tells arithmetic that leaves the range of doubles from what does not, as files do', async () => {
    const pairs = [
      '1e200, 1e200',
      '1e-200, 1e-200',
      '-1e308, 1e308',
      '5e-324, 0.5',
      '2, 3',
      '0, 1e308',
      '1e308, 0.1',
      '-1.7e308, -1.7e308',
      '3, 0',
      '1e-310, 1e10',
    ]
    const own = temporaryFolder('far-postgres')
    const cells = pairs.map((pair, i) => `(${i + 1}, ${pair})`).join(', ')
    await server.run(`CREATE TABLE far (id bigint, a float8, b float8); INSERT INTO far VALUES ${cells}`)
    await makeTables(own, { far: `SELECT id, a::DOUBLE AS a, b::DOUBLE AS b FROM (VALUES ${cells}) v(id, a, b)` })
    const rules = ['+', '-', '*', '/'].flatMap(sign => [
      `a ${sign} b > 1`,
      `a ${sign} b = 0`,
      `a ${sign} b < 0`,
      `(a ${sign} b) * 2 is null`,
    ])
    const contract = {
      name: 'far.odcs.yaml',
      text: `${
        contractOf([
          ['id', 'logicalType: integer'],
          ['a', 'logicalType: number'],
          ['b', 'logicalType: number'],
        ]).text
      }    quality:\n${rules.map(rule => `      - { type: sql, query: "SELECT COUNT(*) FROM \${table} WHERE ${rule}", mustBeLessThan: 1 }`).join('\n')}\n`,
    }
    const all = tablesOf(own, { rows: 0, groups: 3 })
    const [here, found] = [await judged(all, 'far.parquet', contract), await judged(all, there('far'), contract)]
    const told = ({ checks }: typeof here) => checks.map(({ id, status, measured }) => [id, status, measured])
    expect(told(found).filter(([, status]) => status !== 'inconclusive')).toEqual(
      told(here).filter((_, i) => found.checks[i]?.status !== 'inconclusive'),
    )
    expect(found.checks.filter(({ status }) => status === 'fail').length).toBeGreaterThan(8)
  })

  it('is measured in one snapshot, whoever writes meanwhile', async () => {
    const contract = contractOf([
      ['id', 'logicalType: integer, primaryKey: true'],
      ['x', NUMBER],
      ['part', 'logicalType: string, required: true'],
    ])
    await server.run('CREATE TABLE written AS SELECT * FROM scored; ANALYZE written')
    const before = await judged(tables, there('written'), contract)
    let written = 0
    const meanwhile = async (purpose: string) => {
      if (purpose === 'ranges' || written++ > 0) return
      await server.run(
        `UPDATE written SET x = -1, part = NULL WHERE id % 2 = 0; DELETE FROM written WHERE id % 3 = 0; INSERT INTO written VALUES (1, 1, 'p', 1)`,
      )
    }
    const during = await judged(tablesOf(folder, { rows: 0 }, { meanwhile }), there('written'), contract)
    expect([written > 1, during.rows, during.checks.map(({ status }) => status)]).toEqual([
      true,
      8000,
      before.checks.map(({ status }) => status),
    ])
    expect(during.columns).toEqual(before.columns)
    expect(during.origin?.engine).toEqual({
      version: `postgres ${server.version.split(' ')[0]}`,
      snapshot: {
        id: expect.stringMatching(/^\d+:\d+:[\d,]*$/),
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      },
      digestOf: 'measures',
      estimate: { rows: 8000, bytes: expect.any(Number) },
      queries: expect.arrayContaining([expect.stringMatching(/^proofmark-[0-9a-f-]{36}-1 of process \d+$/)]),
    })
    expect((await judged(tables, there('written', ''), contract)).rows).toBe(5335)
  })

  it('has each partition measured once, as long as it stays as it is', async () => {
    await server.run(`CREATE TABLE parted (id bigint, x numeric, at timestamptz, part text, more jsonb) PARTITION BY LIST (part);
      CREATE TABLE parted_a PARTITION OF parted FOR VALUES IN ('a', 'b'); CREATE TABLE parted_c PARTITION OF parted DEFAULT;
      INSERT INTO parted SELECT i, i / 7.0, to_timestamp(i), chr(97 + i % 3), '{}' FROM generate_series(1, 3000) i`)
    const contract = contractOf([
      ['id', 'logicalType: integer, primaryKey: true'],
      ['x', NUMBER],
      ['at', "logicalType: timestamp, required: true, logicalTypeOptions: { minimum: '1970-01-01T00:10:00Z' }"],
      ['part', 'logicalType: string, required: true'],
    ])
    const states = (name: string) => there('parted', `&key=id&partition=part&states=${name}`)
    const first = await judged(tables, states('a.json'), contract)
    expect(first.origin?.engine?.partitions).toMatchObject({ count: 3, added: 3, kept: 0 })
    await server.run(
      `UPDATE parted SET x = -1 WHERE id = 4; INSERT INTO parted VALUES (5000, 1, now(), 'd', NULL); DELETE FROM parted WHERE part = 'a'`,
    )
    const later = await judged(tables, states('a.json'), contract)
    expect(later.origin?.engine?.partitions).toMatchObject({ count: 3, kept: 1, changed: 1, added: 1, gone: 1 })
    for (const other of [states('b.json'), there('parted')]) {
      const whole = await judged(tables, other, contract)
      expect([later.checks, later.columns, later.rows]).toEqual([whole.checks, whole.columns, whole.rows])
    }
  })

  it('may have as many columns as PostgreSQL has, of names that mean something else', async () => {
    const names = Array.from({ length: 1599 }, (_, i) => `C ${i} "select"`)
    await server.run(
      `CREATE TABLE "Order"."wide.table" AS SELECT 1 AS id, ${names.map((name, i) => `${i} AS "${name.replaceAll('"', '""')}"`).join(', ')}`,
    )
    const contract = contractOf(names.map(name => [name, 'logicalType: integer, required: true']))
    for (const rows of [0, 20_000]) {
      const { checks } = await judged(tablesOf(folder, { rows }), there('"Order"."wide.table"'), contract)
      expect(checks.filter(({ id, status }) => id.endsWith('.required') && status === 'pass')).toHaveLength(1599)
    }
  })

  it('says of each column that it may not be read, and measures the others', async () => {
    await server.run(`CREATE ROLE reader LOGIN; CREATE TABLE people AS SELECT i AS id, i % 5 AS age, 'n' || i AS name FROM generate_series(1, 100) i;
      GRANT SELECT (id, age) ON people TO reader; CREATE TABLE secret AS SELECT 1 AS id; GRANT SELECT ON secret TO reader;
      ALTER TABLE secret ENABLE ROW LEVEL SECURITY; CREATE POLICY none ON secret USING (id > 1)`)
    const asReader = tablesOf(folder, {}, { environment: { PROOFMARK_POSTGRES_USER: 'reader' } })
    const contract = contractOf([
      ['id', 'logicalType: integer, primaryKey: true'],
      ['age', 'logicalType: integer, required: true'],
      ['name', 'logicalType: string, required: true'],
    ])
    const found = await judged(asReader, there('people'), contract)
    expect(
      found.checks
        .filter(({ id }) => id.endsWith('.required'))
        .map(({ id, status, reason }) => [id, status, status === 'pass' ? '' : reason]),
    ).toEqual([
      ['age.required', 'pass', ''],
      ['name.required', 'inconclusive', 'name of people may not be read: 42501: no SELECT is granted on it'],
    ])
    await expect(judged(asReader, there('scored'), contract)).rejects.toThrow(
      'Expected scored to be a table that PostgreSQL lets us read but found: 42501: no SELECT is granted on any of its columns',
    )
    // Rows that a policy hides would not be missed.
    await expect(judged(asReader, there('secret'), contract)).rejects.toThrow(
      'Expected secret to be a table that PostgreSQL lets us read but found: 42501: query would be affected by row-level security policy for table "secret"',
    )
    await expect(judged(tables, there('nothing'), contract)).rejects.toThrow(
      'Expected nothing to be a table that PostgreSQL lets us read but found: none of that name',
    )
    await expect(judged(tables, there('scored', '&snapshot=1'), contract)).rejects.toThrow(
      'PostgreSQL keeps no former states',
    )
    await expect(judged(tables, there('scored', '&key=part'), contract)).rejects.toThrow(
      "Expected the key 'part' to be a column of whole numbers but found the type text (scored)",
    )
  })

  it('needs no more rights than docs/pushdown.md says', async () => {
    const sql = blockOf('docs/pushdown.md', 'CREATE ROLE gate')
    await server.run('CREATE DATABASE risk')
    await server.run('REVOKE ALL ON DATABASE risk FROM PUBLIC')
    const other = server.in('risk')
    await other.run(
      `REVOKE ALL ON SCHEMA public FROM PUBLIC; CREATE TABLE credit AS SELECT i AS id FROM generate_series(1, 10) i`,
    )
    const asGate = () =>
      judged(
        tablesOf(folder, {}, { environment: { PROOFMARK_POSTGRES_USER: 'gate' } }),
        `postgres:postgres://127.0.0.1:${server.port}/risk?table=public.credit&key=id`,
        ofId,
      )
    const grants = sql.split('\n').filter(line => line !== '')
    const found: unknown[] = []
    for (const grant of grants) {
      await other.run(grant)
      found.push(
        await asGate().then(
          ({ rows }) => rows,
          cause => /\b(42501|28000)\b/.test(String(cause.message)),
        ),
      )
    }
    expect(found).toEqual([true, true, true, 10])
    await other.end()
  })

  it('is looked at before and after where it comes from elsewhere than the snapshot', async () => {
    await server.run(`CREATE EXTENSION file_fdw; CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
      CREATE FOREIGN TABLE elsewhere (id bigint) SERVER files OPTIONS (program 'seq 5')`)
    const contract = contractOf([['id', 'logicalType: integer, required: true']])
    const found = await judged(tables, there('elsewhere'), contract)
    expect([found.rows, found.origin?.engine?.snapshot, found.origin?.engine?.unpinned]).toEqual([
      5,
      undefined,
      'It is read from elsewhere than the snapshot: Foreign Scan',
    ])
    await server.run(
      `DROP FOREIGN TABLE elsewhere; CREATE FOREIGN TABLE elsewhere (id bigint) SERVER files OPTIONS (program 'seq $(date +%N | cut -c1-4 | sed s/^0*//)')`,
    )
    const moved = await judged(tablesOf(folder, { rows: 0, groups: 1 }), there('elsewhere', ''), contract)
    expect(moved.checks.filter(({ id }) => id === 'id.required')).toMatchObject([
      { status: 'inconclusive', reason: expect.stringMatching(/^Expected elsewhere to stay as it is/) },
    ])
  })

  it('is not begun where more would be read than may be', async () => {
    const asked = async (limit: string) =>
      (await judged(tables, there('scored', `&key=id&${limit}`), ofId)).checks.find(({ id }) => id === 'id.required')
    expect((await asked('max-rows=7999'))?.reason).toMatch(
      /^Expected at most 7999 rows to be read of scored but postgres \S+ expects 8000$/,
    )
    expect((await asked('max-bytes=1000'))?.reason).toMatch(
      /^Expected at most 1000 bytes to be read of scored but postgres \S+ expects \d{6}$/,
    )
    expect((await asked('max-rows=8000&max-bytes=1000000'))?.status).toBe('pass')
  })

  it('is asked within limits, by statements that only read', async () => {
    const within = async (sql: string, limits = {}) => {
      const connection = await postgresConnection(postgresAddress(server.url, {}), {
        seconds: 1,
        bytes: 100_000,
        memory: '',
        ...limits,
      })
      return runStatement(connection, { sql, rows: 3000 }).finally(() => connection.close())
    }
    expect(await within('SELECT CAST(id AS text), NULL FROM scored WHERE id <= 3000')).toHaveLength(3000)
    await expect(within('SELECT CAST(id AS text) FROM scored')).rejects.toThrow('it gave more than 3000 rows')
    await expect(within(`SELECT repeat('a', 1000) FROM scored LIMIT 200`)).rejects.toThrow(
      'it gave more than 100000 bytes',
    )
    // Of one that is all of a row the library would keep all.
    await expect(within(`SELECT repeat('a', 100000000)`, { seconds: 20 })).rejects.toThrow(
      'it gave more than 100000 bytes',
    )
    await expect(within('SELECT CAST(count(*) AS text) FROM slow')).rejects.toThrow('it took more than 1 s')
    await expect(within('DROP TABLE scored')).rejects.toThrow(
      '25006: cannot execute DROP TABLE in a read-only transaction',
    )
    await expect(within('COMMIT; DROP TABLE scored')).rejects.toThrow(
      '42601: cannot insert multiple commands into a prepared statement',
    )
    expect(await running()).toEqual([])
  })

  it('is reached with a password over TLS, whose certificate has to be that of the server', async () => {
    const ca = certificates(folder)
    writeSettings(server, {
      'server.crt': readFileSync(join(folder, 'server.crt'), 'utf8'),
      'server.key': readFileSync(join(folder, 'server.key'), 'utf8'),
      'pg_hba.conf':
        'local all all trust\nhostssl all guarded all scram-sha-256\nhost all guarded all reject\nhost all all all trust\n',
    })
    await server.run(
      `SET password_encryption = 'scram-sha-256'; CREATE ROLE guarded LOGIN PASSWORD 'sécret'; GRANT SELECT ON scored TO guarded`,
    )
    await server.run('ALTER SYSTEM SET ssl = on')
    server.reload()
    await expect.poll(() => server.run('SHOW ssl'), { timeout: 120_000 }).toEqual([['on']])
    const as = (environment: Record<string, string>, host = 'localhost') =>
      judged(
        tablesOf(
          folder,
          {},
          {
            environment: {
              PROOFMARK_POSTGRES_USER: 'guarded',
              PROOFMARK_POSTGRES_PASSWORD: 'sécret',
              PROOFMARK_POSTGRES_SSLMODE: 'verify-full',
              PROOFMARK_POSTGRES_SSLROOTCERT: ca,
              ...environment,
            },
          },
        ),
        `postgres:postgres://${host}:${server.port}/postgres?table=scored&key=id`,
        ofId,
      )
    expect((await as({})).rows).toBe(8000)
    expect((await as({ PROOFMARK_POSTGRES_SSLMODE: 'verify-ca' }, '127.0.0.1')).rows).toBe(8000)
    expect((await as({ PROOFMARK_POSTGRES_SSLMODE: 'require', PROOFMARK_POSTGRES_SSLROOTCERT: '' })).rows).toBe(8000)
    await expect(as({}, '127.0.0.1')).rejects.toThrow(
      'found a certificate that is not trusted (ERR_TLS_CERT_ALTNAME_INVALID)',
    )
    await expect(as({ PROOFMARK_POSTGRES_SSLROOTCERT: '' })).rejects.toThrow(
      'found a certificate that is not trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE)',
    )
    await expect(as({ PROOFMARK_POSTGRES_PASSWORD: 'other' })).rejects.toThrow(
      'to let us in but found: 28P01: password authentication failed for user "guarded"',
    )
    await expect(as({ PROOFMARK_POSTGRES_PASSWORD: '' })).rejects.toThrow('to let us in but found: 28P01: ')
    await expect(as({ PROOFMARK_POSTGRES_SSLMODE: 'disable' })).rejects.toThrow('28000: pg_hba.conf rejects connection')
    await server.run('ALTER SYSTEM SET ssl = off')
    server.reload()
    await expect.poll(() => server.run('SHOW ssl'), { timeout: 120_000 }).toEqual([['off']])
    await expect(as({})).rejects.toThrow(/^Expected PostgreSQL at localhost:\d+ to speak TLS but it does not$/)
  })

  it('is left open where its statement is cancelled there, its connection ended or the server killed', async () => {
    const contract = contractOf([['t', 'logicalType: string, required: true']])
    const reasonAfter = async (end: () => Promise<unknown>) => {
      const asked = judged(tables, there('slow', ''), contract)
      await expect.poll(running, { timeout: 120_000 }).toHaveLength(1)
      await end()
      const { checks } = await asked
      const [check] = checks.filter(({ id }) => id === 't.required')
      return [check?.status, check?.reason.replace(/postgres \S+/, 'postgres')]
    }
    const all = `FROM pg_stat_activity WHERE application_name LIKE 'proofmark-%'`
    expect(await reasonAfter(() => server.run(`SELECT CAST(pg_cancel_backend(pid) AS text) ${all}`))).toEqual([
      'inconclusive',
      'postgres did not answer for slow: 57014: canceling statement due to user request',
    ])
    expect(await reasonAfter(() => server.run(`SELECT CAST(pg_terminate_backend(pid) AS text) ${all}`))).toEqual([
      'inconclusive',
      'postgres did not answer for slow: the connection was lost',
    ])
    expect(await reasonAfter(() => server.kill())).toEqual([
      'inconclusive',
      expect.stringMatching(/^postgres did not answer for slow: the connection was lost/),
    ])
    await expect(judged(tables, there('slow', ''), contract)).rejects.toThrow(
      /to answer at 127\.0\.0\.1:\d+ but found no connection \(ECONNREFUSED\)/,
    )
  })
})

/** The statements of ours that the server is at. */
const running = () =>
  server.run(
    `SELECT query FROM pg_stat_activity WHERE application_name LIKE 'proofmark-%' AND state = 'active' AND query LIKE '/*%'`,
  )

/** Makes an authority, and a server's certificate for localhost: the file of the authority's. */
function certificates(into: string): string {
  const openssl = (...args: string[]) => {
    const { status, stderr } = spawnSync('openssl', args, { cwd: into, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  }
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.crt', '-subj', '/CN=authority', '-days', '2')
  openssl(
    'req',
    ...key,
    '-keyout',
    'server.key',
    '-out',
    'server.csr',
    '-subj',
    '/CN=server',
    '-addext',
    'subjectAltName=DNS:localhost',
  )
  openssl(
    'x509',
    '-req',
    '-in',
    'server.csr',
    '-CA',
    'ca.crt',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-out',
    'server.crt',
    '-days',
    '2',
    '-copy_extensions',
    'copy',
  )
  return join(into, 'ca.crt')
}

/** A name that holds what ends names and texts, and what stands for others in our templates. */
const STRANGE = `se"l\\ect ' $ % n`
const UNKNOWN = /^(list|json|blob|span|net)\./

function contractOf(columns: readonly (readonly [name: string, rules: string])[]) {
  const each = columns.map(([name, rules]) => `      - { name: ${JSON.stringify(name)}, ${rules} }`)
  return {
    name: 'own.odcs.yaml',
    text: `apiVersion: v3.1.0\nkind: DataContract\nid: own\nversion: 1.0.0\nstatus: active\nschema:\n  - name: table\n    properties:\n${each.join('\n')}\n`,
  }
}

const NUMBER = 'logicalType: number, required: true, logicalTypeOptions: { minimum: 0, maximum: 3 }'
const TEXT = 'logicalType: string, required: true, logicalTypeOptions: { enum: [yes, a1, é2] }'
const ofId = contractOf([['id', 'logicalType: integer, required: true']])
const ofKinds = contractOf([
  ['id', 'logicalType: integer, primaryKey: true'],
  ...[
    'small',
    'large',
    'decimal',
    'exact',
    'x',
    'f',
    'holes',
    STRANGE,
    '?column?',
    'Select',
    'n',
    'g0',
    'k',
    'lot',
  ].map(name => [name, NUMBER] as const),
  ...['at', 'moment'].map(
    name =>
      [
        name,
        "logicalType: timestamp, required: true, logicalTypeOptions: { minimum: '1970-01-01T00:00:00.123Z' }",
      ] as const,
  ),
  ['until', "logicalType: timestamp, required: true, logicalTypeOptions: { minimum: '2020-03-02T00:00:00Z' }"],
  ['day', "logicalType: date, required: true, logicalTypeOptions: { minimum: '1950-01-03' }"],
  ['since', "logicalType: date, required: true, logicalTypeOptions: { minimum: '2024-01-03' }"],
  ...['word', 'padded', 'choice', 'guid', 'text'].map(name => [name, TEXT] as const),
  ['flag', 'logicalType: boolean, required: true'],
  ...['list', 'json', 'blob', 'span', 'net'].map(
    name => [name, "logicalType: string, required: true, logicalTypeOptions: { enum: ['1'] }"] as const,
  ),
])
