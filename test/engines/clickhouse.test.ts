import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { clickhouse } from '../../src/engines/clickhouse/clickhouse.ts'
import { clickhouseConnection } from '../../src/engines/clickhouse/clickhouse-connection.ts'
import { runStatement } from '../../src/engines/clickhouse/run-statement.ts'
import type { EngineLimits } from '../../src/engines/engine-limits.ts'

const LIMITS: EngineLimits = { seconds: 1, bytes: 5000, memory: '1GB' }
const asked: { sql: string; query: URLSearchParams; user: string | undefined }[] = []
/** What the server answers, by the statement: a text, a status with its text, or nothing at all. */
const answers: Record<string, string | readonly [number, string] | undefined> = {}
let url = ''
const server = createServer(async (request, response) => {
  let sql = ''
  for await (const piece of request) sql += piece
  const { 'x-clickhouse-user': user } = request.headers
  asked.push({
    sql,
    query: new URL(request.url ?? '', url).searchParams,
    user: user === undefined ? undefined : String(user),
  })
  const answer = answers[sql.replace(/\nFORMAT .*$/, '')]
  if (sql === 'drop\nFORMAT JSONCompact') request.socket.destroy()
  else if (typeof answer === 'string') response.end(answer)
  else if (answer) response.writeHead(answer[0]).end(answer[1])
})
beforeAll(
  () =>
    new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
        resolve()
      })
    }),
)
afterAll(() => server.close())

const whole = (data: unknown[][], more: object = {}) =>
  JSON.stringify({
    meta: [{ name: 'a', type: 'String' }],
    data,
    rows: data.length,
    statistics: { rows_read: 7, bytes_read: 70 },
    ...more,
  })
const run = (sql: string, limits = LIMITS, rows = 2) =>
  runStatement(clickhouseConnection(url, {}, limits), { sql, rows, purpose: 'test' }, () => {})

it('keeps cells as text, and says which limits hold', async () => {
  answers['SELECT 1'] = whole([['9007199254740993'], [null]])
  const { rows, id } = await run('SELECT 1', { ...LIMITS, scannedBytes: 12 })
  expect(rows).toEqual([['9007199254740993'], [null]])
  const { query, sql } = asked.at(-1) ?? {}
  expect(sql).toBe('SELECT 1\nFORMAT JSONCompact')
  expect(query?.get('query_id')).toBe(id)
  expect(Object.fromEntries(query ?? [])).toMatchObject({
    readonly: '2',
    max_execution_time: '1',
    max_result_rows: '2',
    max_result_bytes: '5000',
    max_bytes_to_read: '12',
    result_overflow_mode: 'throw',
    read_overflow_mode: 'throw',
    skip_unavailable_shards: '0',
    wait_end_of_query: '1',
  })
})

const denied =
  'Code: 497. DB::Exception: proofmark: Not enough privileges. To execute this query, it is necessary to have the grant SELECT(b) ON d.t. (ACCESS_DENIED) (version 26.7.2.1)'
it.each([
  ['a refusal', [500, denied], /^Code: 497\. DB::Exception: proofmark: Not enough privileges.*\(ACCESS_DENIED\)$/],
  ['a fault without words', [502, '<html>'], 'the server answered 502'],
  [
    'a fault in the middle of an answer that began well',
    '{"meta":[{"name":"a","type":"String"}],"data":[["1"],Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED)\n',
    'Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED)',
  ],
  [
    'a fault within an answer that is whole',
    whole([['1']], { exception: 'Code: 159. DB::Exception: Timeout exceeded (TIMEOUT_EXCEEDED)' }),
    'Code: 159. DB::Exception: Timeout exceeded (TIMEOUT_EXCEEDED)',
  ],
  ['an answer that breaks off', whole([['1']]).slice(0, -30), 'the server answered with what is no whole answer'],
  ['rows that are missing', whole([['1']], { rows: 2 }), 'the server answered with fewer rows than it says'],
  ['too many rows', whole([['1'], ['2'], ['3']]), 'it gave more than 2 rows'],
  ['too many bytes', whole([['a'.repeat(6000)]]), 'it gave more than 5000 bytes'],
  ['no JSON', '<html>', 'the server answered with what is no whole answer'],
] as const)('ends with a reason at %s', async (what, answer, reason) => {
  answers[what] = answer
  await expect(run(what)).rejects.toThrow(reason)
})

it('says where a server is gone', async () => {
  await expect(run('drop')).rejects.toThrow(/^no connection \(ECONNRESET\)$/)
})

it('cancels what nobody waits for any more, by its id', async () => {
  const connection = clickhouseConnection(url, {}, LIMITS)
  const running = runStatement(connection, { sql: 'silence', rows: 1, purpose: 'test' }, () => {})
  await expect.poll(() => asked.at(-1)?.sql).toBe('silence\nFORMAT JSONCompact')
  const id = asked.at(-1)?.query.get('query_id')
  answers[`KILL QUERY WHERE query_id = '${id}' ASYNC`] = ''
  connection.close()
  await expect(running).rejects.toThrow('it was cancelled')
  expect(asked.at(-1)?.sql).toBe(`KILL QUERY WHERE query_id = '${id}' ASYNC`)
  expect(asked.at(-1)?.query.get('readonly')).toBeNull()
})

it('sends a password by https alone, and tells who is not let in', async () => {
  expect(() => clickhouseConnection(url, { PROOFMARK_CLICKHOUSE_PASSWORD: 'secret' }, LIMITS)).toThrow(
    'Expected an address that begins with https, as there is a password to send',
  )
  expect(() => clickhouseConnection('http://me:secret@host', {}, LIMITS)).toThrow(
    'Expected the address of a ClickHouse, such as https://clickhouse.example:8443, but found another',
  )
  answers['SELECT version()'] = [403, 'Code: 516. DB::Exception: me: Authentication failed. (AUTHENTICATION_FAILED)']
  await expect(
    clickhouse({ PROOFMARK_CLICKHOUSE_USER: 'me' }, LIMITS).open({ engine: 'clickhouse', url, table: 't' }),
  ).rejects.toThrow(`Expected ClickHouse at ${url} to let us in but it did not`)
  expect(asked.at(-1)?.user).toBe('me')
})

it('says what it is refused', async () => {
  answers['SELECT version()'] = whole([['26.7.2.1']])
  answers['DESCRIBE TABLE "d"."t"'] = [
    404,
    'Code: 60. DB::Exception: Table d.t does not exist. (UNKNOWN_TABLE) (version 26.7.2.1)',
  ]
  await expect(clickhouse({}, LIMITS).open({ engine: 'clickhouse', url, table: 'd.t' })).rejects.toThrow(
    'Expected d.t to be a table that ClickHouse lets us read but found: Code: 60. DB::Exception: Table d.t does not exist. (UNKNOWN_TABLE)',
  )
})
