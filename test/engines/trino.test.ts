import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runStatement } from '../../src/engines/trino/run-statement.ts'
import { trino } from '../../src/engines/trino/trino.ts'
import { trinoConnection } from '../../src/engines/trino/trino-connection.ts'

const LIMITS = { seconds: 20, bytes: 5000, memory: '1GB' }
const asked: { method: string; url: string; user: string | undefined }[] = []
/** What the server answers, by the statement or the page asked for. */
const answers: Record<string, unknown> = {}
let url = ''
const server = createServer(async (request, response) => {
  let sql = ''
  for await (const piece of request) sql += piece
  asked.push({ method: request.method ?? '', url: request.url ?? '', user: String(request.headers['x-trino-user']) })
  const answer = answers[sql || (request.url ?? '')]
  if (answer === 'drip') setInterval(() => response.write(' '), 20).unref()
  else if (typeof answer === 'number') response.writeHead(answer).end()
  else
    response.end(
      typeof answer === 'string' ? answer : JSON.stringify(answer ?? { id: 'q', stats: { state: 'FINISHED' } }),
    )
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

const page = (more: object) => ({ id: 'q1', stats: { state: 'RUNNING' }, ...more })
const run = (sql: string, rows = 2, limits = LIMITS) =>
  runStatement(trinoConnection(url, {}, limits), { sql, rows, purpose: 'test' }, () => {})

it('follows pages to the end, and keeps cells as text', async () => {
  answers['SELECT 1'] = page({ nextUri: `${url}/next`, columns: [{ name: 'a', type: 'varchar' }] })
  answers['/next'] = page({ data: [['9007199254740993'], [null]] })
  expect(await run('SELECT 1')).toEqual({
    id: 'q1',
    columns: [{ name: 'a', type: 'varchar' }],
    rows: [['9007199254740993'], [null]],
    bytes: expect.any(Number),
  })
})

it.each([
  [
    'another host',
    { nextUri: 'http://127.0.0.2:1/next' },
    'the server pointed to another address (http://127.0.0.2:1)',
  ],
  ['too many rows', { data: [['a'], ['b'], ['c']] }, 'it gave more than 2 rows'],
  [
    'an error',
    { error: { message: 'Access Denied: column x', errorName: 'PERMISSION_DENIED' } },
    'PERMISSION_DENIED: Access Denied: column x',
  ],
  ['too many bytes', { data: [['a'.repeat(6000)]] }, 'it gave more than 5000 bytes'],
])('ends with a reason at %s', async (what, answer, reason) => {
  answers[what] = page(answer)
  await expect(run(what)).rejects.toThrow(reason)
})

it.each([
  ['no page', '{"id":1}', 'the server answered with what is no page of its protocol'],
  ['no JSON', '<html>', 'the server answered with what is no page of its protocol'],
  ['a fault', 500, 'the server answered 500'],
])('ends with a reason at %s', async (what, answer, reason) => {
  answers[what] = answer
  await expect(run(what)).rejects.toThrow(reason)
})

it('cancels what takes too long', async () => {
  answers['a long one'] = page({ nextUri: `${url}/again` })
  answers['/again'] = page({ nextUri: `${url}/again` })
  await expect(run('a long one', 1, { ...LIMITS, seconds: 1 })).rejects.toThrow('it took more than 1 s')
  expect(asked.at(-1)).toEqual({ method: 'DELETE', url: '/again', user: 'proofmark' })
})

it.each(['begins', 'next'])('waits no longer for an answer that never ends: %s', async where => {
  answers[`a slow one ${where}`] = where === 'begins' ? 'drip' : page({ nextUri: `${url}/drip` })
  answers['/drip'] = 'drip'
  const start = performance.now()
  await expect(run(`a slow one ${where}`, 1, { ...LIMITS, seconds: 0.2 })).rejects.toThrow('it took more than 0.2 s')
  expect(performance.now() - start).toBeLessThan(2000)
})

it('says who is not let in', async () => {
  answers['SELECT node_version FROM system.runtime.nodes WHERE coordinator'] = 401
  await expect(trino({}, LIMITS).open({ engine: 'trino', url, table: 'a.b.c' })).rejects.toThrow(
    `Expected Trino at ${url} to let us in but it answered 401`,
  )
})

it.each([
  [
    'http://trino:8080',
    { PROOFMARK_TRINO_PASSWORD: 'secret' },
    'Expected an address that begins with https, as there is a password or token to send',
  ],
  [
    'https://me:secret@trino',
    {},
    'Expected the address of a Trino, such as https://trino.example:8443, but found another',
  ],
])('sends no credentials to %s', (address, environment, reason) => {
  expect(() => trinoConnection(address, environment, LIMITS)).toThrow(reason)
})

it('sends credentials of the environment by https', () => {
  const { headers } = trinoConnection(
    'https://trino.example',
    { PROOFMARK_TRINO_USER: 'me', PROOFMARK_TRINO_PASSWORD: 'p' },
    LIMITS,
  )
  expect(headers).toMatchObject({ 'x-trino-user': 'me', authorization: `Basic ${btoa('me:p')}` })
})
