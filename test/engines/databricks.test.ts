import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { databricks } from '../../src/engines/databricks/databricks.ts'
import { databricksConnection } from '../../src/engines/databricks/databricks-connection.ts'
import { runStatement } from '../../src/engines/databricks/run-statement.ts'

const LIMITS = { seconds: 20, bytes: 5000, memory: '' }
interface Asked {
  readonly path: string
  readonly body: Record<string, unknown>
  readonly authorization: string | undefined
}
const asked: Asked[] = []
/** What is answered, one after the other; the last again and again. */
let answers: (object | number | string)[] = []
let origin = ''
const server = createServer(async (request, response) => {
  let text = ''
  for await (const piece of request) text += piece
  const { authorization } = request.headers
  asked.push({
    path: `${request.method} ${request.url?.replace('/api/2.0/sql/statements', '')}`,
    body: text ? JSON.parse(text) : {},
    authorization,
  })
  const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? 500
  if (typeof answer === 'number') response.writeHead(answer, { 'retry-after': '0' }).end()
  else if (answer === 'drop') request.socket.destroy()
  else if (answer === 'drip') setInterval(() => response.write(' '), 20).unref()
  else if (typeof answer === 'string') response.end(answer)
  else response.writeHead('error_code' in answer ? 403 : 200).end(JSON.stringify(answer))
})
beforeAll(
  () =>
    new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        origin = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
        resolve()
      })
    }),
)
beforeEach(() => {
  asked.length = 0
})
afterAll(() => server.close())

const at = () => `${origin}/sql/1.0/warehouses/abc123`
const state = (name: string, more: object = {}) => ({ statement_id: '01ef-1', status: { state: name, ...more } })
const done = (data: unknown[][], more: object = {}, manifest: object = {}) => ({
  ...state('SUCCEEDED'),
  manifest: { total_row_count: data.length, truncated: false, ...manifest },
  result: { chunk_index: 0, row_offset: 0, data_array: data, ...more },
})
const run = (limits = LIMITS, rows = 3) =>
  runStatement(databricksConnection(at(), {}, limits), { sql: 'SELECT 1', rows, purpose: 'test' }, () => {})

it('says what may be given, and reads all pieces in order', async () => {
  answers = [
    state('PENDING'),
    done([['9007199254740993'], [null]], { next_chunk_index: 1 }, { total_row_count: 3 }),
    { chunk_index: 1, row_offset: 2, data_array: [['']] },
  ]
  expect(await run()).toEqual({ id: '01ef-1', rows: [['9007199254740993'], [null], ['']] })
  expect(asked.map(({ path }) => path)).toEqual(['POST ', 'GET /01ef-1', 'GET /01ef-1/result/chunks/1'])
  expect(asked[0]?.body).toEqual({
    warehouse_id: 'abc123',
    statement: 'SELECT 1',
    wait_timeout: '5s',
    on_wait_timeout: 'CONTINUE',
    disposition: 'INLINE',
    format: 'JSON_ARRAY',
    row_limit: 4,
    byte_limit: 5000,
  })
})

it.each([
  ['another piece', [done([['a']], { next_chunk_index: 2 })], 'the server left out a piece'],
  [
    'a piece that is not there',
    [done([['a']], { next_chunk_index: 1 }), { chunk_index: 0, row_offset: 0, data_array: [['a']] }],
    'the server answered with another piece than was asked for',
  ],
  ['fewer rows than it says', [done([['a']], {}, { total_row_count: 2 })], 'it said that it has 2 rows but gave 1'],
  ['rows that were left out', [done([['a']], {}, { truncated: true })], 'it gave more than 3 rows or 5000 bytes'],
  ['too many rows', [done([['a'], ['b'], ['c'], ['d']])], 'it gave more than 3 rows'],
  ['too many bytes', [done([['a'.repeat(6000)]])], 'it gave more than 5000 bytes'],
  [
    'cells that lie elsewhere',
    [
      {
        ...done([]),
        result: { external_links: [{ external_link: 'https://elsewhere' }] },
        manifest: { total_row_count: 4 },
      },
    ],
    'it said that it has 4 rows but gave 0',
  ],
  [
    'a failure',
    [state('FAILED', { error: { error_code: 'BAD_REQUEST', message: '[TABLE_OR_VIEW_NOT_FOUND] no t.\nat Java' } })],
    'the statement is FAILED: BAD_REQUEST: [TABLE_OR_VIEW_NOT_FOUND] no t.',
  ],
  ['a statement that somebody has ended', [state('CANCELED')], 'the statement is CANCELED'],
  ['a result that is gone', [state('RUNNING'), state('CLOSED')], 'the statement is CLOSED'],
  ['no answer of the API', ['<html>'], 'the server answered with what is no answer of the statement API'],
  [
    'an id that would be another path',
    [{ ...state('RUNNING'), statement_id: '../x' }],
    'no answer of the statement API',
  ],
  ['a fault of the server', [500], 'the server answered 500'],
  ['a server that is gone in the middle', [state('RUNNING'), 'drop'], 'no connection (ECONNRESET)'],
])('ends with a reason at %s', async (_, all, reason) => {
  answers = all
  await expect(run()).rejects.toThrow(reason)
})

it('asks again where it is turned away, and sends no statement twice of which it does not know', async () => {
  answers = [429, 503, state('RUNNING'), 502, 429, done([['a']])]
  expect((await run()).rows).toEqual([['a']])
  expect(asked).toHaveLength(6)
  asked.length = 0
  answers = [502]
  await expect(run()).rejects.toThrow('the server answered 502')
  expect(asked).toHaveLength(1)
})

it('ends a statement that takes too long, or that nobody waits for any more', async () => {
  answers = [state('RUNNING')]
  await expect(run({ ...LIMITS, seconds: 0.2 })).rejects.toThrow('it took more than 0.2 s')
  expect(asked.at(-1)?.path).toBe('POST /01ef-1/cancel')
  asked.length = 0
  const connection = databricksConnection(at(), {}, { ...LIMITS, seconds: 60 })
  const running = runStatement(connection, { sql: 'SELECT 1', rows: 1, purpose: 'test' }, () => connection.end())
  await expect(running).rejects.toThrow('it was cancelled')
  expect(asked.map(({ path }) => path)).toEqual(['POST ', 'POST /01ef-1/cancel'])
})

it.each([1, 2, 3])('waits no longer for an answer that never ends: the one of number %d', async number => {
  answers = [state('RUNNING'), done([['a']], { next_chunk_index: 1 }), 'drip']
  answers.splice(0, 3 - number)
  if (number === 1) answers = ['drip']
  const start = performance.now()
  await expect(run({ ...LIMITS, seconds: 0.2 })).rejects.toThrow('it took more than 0.2 s')
  expect(performance.now() - start).toBeLessThan(2000)
})

it('says who is not let in', async () => {
  const open = () => databricks({}, LIMITS).open({ engine: 'databricks', url: at(), table: 'a.b.c' })
  answers = [401]
  await expect(open()).rejects.toThrow(`Expected Databricks at ${origin} to let us in but found: 401`)
  answers = [{ error_code: 'PERMISSION_DENIED', message: 'You do not have permission to use the SQL Warehouse.' }]
  await expect(open()).rejects.toThrow('PERMISSION_DENIED: You do not have permission to use the SQL Warehouse.')
  await expect(
    databricks({}, LIMITS).open({ engine: 'databricks', url: 'http://127.0.0.1:9/sql/1.0/warehouses/a', table: 't' }),
  ).rejects.toThrow('Expected Databricks to answer at http://127.0.0.1:9 but found no connection (ECONNREFUSED)')
})

it('says which table may not be read, and of which columns it cannot be sure', async () => {
  const open = () => databricks({}, LIMITS).open({ engine: 'databricks', url: at(), table: 'a.b.c' })
  const failed = (message: string) => state('FAILED', { error: { error_code: 'BAD_REQUEST', message } })
  const probe = done([['4.0.0 x', `'\\\${a`, 'UTC']])
  const denied = '[INSUFFICIENT_PERMISSIONS] Insufficient privileges: User does not have permission SELECT on Table.'
  answers = [probe, failed(denied)]
  await expect(open()).rejects.toThrow(
    `Expected a.b.c to be a table that Databricks lets us read but found: the statement is FAILED: BAD_REQUEST: ${denied}`,
  )
  answers = [
    probe,
    failed('none'),
    failed('none'),
    failed('none'),
    done([
      ['a', 'bigint', null],
      [`\${x}`, 'int', null],
    ]),
    done([]),
  ]
  expect((await open()).columns).toEqual([
    { name: 'a', type: 'bigint' },
    {
      name: `\${x}`,
      type: 'int',
      denied: `its name holds '\${', in place of which Databricks may read something else`,
    },
  ])
  // In halves, until it is known which.
  const listed = done(['id', 'secret', 'last'].map(column => [column, 'int', null]))
  const refusal = '[INSUFFICIENT_PERMISSIONS] User does not have SELECT on Column secret.'
  const no = failed(refusal)
  answers = [probe, failed('none'), failed('none'), failed('none'), listed, no, done([]), no, no, done([])]
  asked.length = 0
  const { columns } = await open()
  expect(columns.map(({ name, denied }) => [name, denied])).toEqual([
    ['id', undefined],
    ['secret', `the statement is FAILED: BAD_REQUEST: ${refusal}`],
    ['last', undefined],
  ])
  expect(asked.slice(-5).map(({ body }) => body.statement)).toEqual(
    ['`id`, `secret`, `last`', '`id`', '`secret`, `last`', '`secret`', '`last`'].map(
      list => `SELECT ${list} FROM \`a\`.\`b\`.\`c\` LIMIT 0`,
    ),
  )
  answers = [done([['4.0.0 x', 'another', 'UTC']])]
  await expect(open()).rejects.toThrow('Expected Databricks to read escapes in texts but it does not')
})

it.each([
  ['http://adb/sql/1.0/warehouses/abc', { DATABRICKS_TOKEN: 'secret' }, 'Expected an address that begins with https'],
  ['https://me:secret@adb/sql/1.0/warehouses/abc', {}, 'Expected the address of a warehouse of Databricks'],
  ['https://adb', {}, 'Expected the address of a warehouse of Databricks'],
])('sends no token to %s', (address, environment, reason) => {
  expect(() => databricksConnection(address, environment, LIMITS)).toThrow(reason)
})

it('sends the token of the environment by https', () => {
  const { headers, warehouse } = databricksConnection(
    'https://adb/sql/1.0/warehouses/abc',
    { DATABRICKS_TOKEN: 't' },
    LIMITS,
  )
  expect([headers.authorization, warehouse]).toEqual(['Bearer t', 'abc'])
})
