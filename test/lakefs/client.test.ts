import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { UserError } from '../../src/core/user-error.ts'
import { lakefsClient } from '../../src/lakefs/client.ts'
import { connectionFrom } from '../../src/lakefs/connection.ts'
import { hookServer } from '../../src/lakefs/hook-server.ts'
import { lakefsRecipient } from '../../src/lakefs/lakefs-recipient.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A server that misbehaves, and a client whose seconds are of so many milliseconds: it is patient with a busy machine for three thousand. */
async function faulty(listener: RequestListener, second = 50) {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const environment = {
    LAKECTL_SERVER_ENDPOINT_URL: `http://127.0.0.1:${port}/api/v1/`,
    LAKECTL_CREDENTIALS_ACCESS_KEY_ID: 'id',
    LAKECTL_CREDENTIALS_SECRET_ACCESS_KEY: 'a-secret',
  }
  return { environment, client: lakefsClient(connectionFrom(environment), second) }
}

async function failure(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => 'nothing',
    caught => caught,
  )
  if (!(error instanceof UserError)) throw new Error(String(error))
  expect(error.kind).toBe('environment')
  expect(`${error.message} ${error.hint}`).not.toContain('a-secret')
  return `${error.code}: ${error.message}`
}

test('a busy server is asked again, four times at most', async () => {
  let asked = 0
  const { client } = await faulty((_, response) => {
    asked++
    response.writeHead(asked < 3 ? 503 : 200, { 'content-type': 'application/json' })
    response.end(asked < 3 ? '' : JSON.stringify({ user: { id: 'alice' } }))
  })
  expect(await client.user()).toBe('alice')
  expect(asked).toBe(3)
  const down = await faulty((_, response) => response.writeHead(429).end())
  expect(await failure(down.client.user())).toMatch(
    /^lakefs\.busy: Expected to ask whose key it is but found HTTP status 429/,
  )
})

test.for([
  ['a page', 200, {}, '<html>login</html>', /^lakefs\.answer: .* a page instead of an answer/],
  ['another answer', 200, {}, '{}', /^lakefs\.answer: .* an answer whose user is not lakeFS’s/],
  [
    'wrong credentials',
    401,
    {},
    '{"message":"error authenticating request"}',
    /^lakefs\.credentials: .*authenticating/,
  ],
  ['no permission', 403, {}, '{"message":"insufficient permissions"}', /^lakefs\.permission: .*insufficient/],
  ['a redirect', 302, { location: 'http://elsewhere.example/' }, '', /^lakefs\.redirect: .*elsewhere\.example/],
] as const)('%s is said in a sentence', async ([, status, headers, body, said]) => {
  const { client } = await faulty((_, response) => response.writeHead(status, headers).end(body))
  expect(await failure(client.user())).toMatch(said)
})

test('a server that is not there, and one that never answers', async () => {
  const gone = lakefsClient(
    connectionFrom({
      LAKEFS_ENDPOINT: 'http://127.0.0.1:1',
      LAKEFS_ACCESS_KEY_ID: 'i',
      LAKEFS_SECRET_ACCESS_KEY: 'a-secret',
    }),
    50,
  )
  expect(await failure(gone.user())).toMatch(/^lakefs\.unreachable: .*no connection/)
  const slow = await faulty(() => undefined, 1)
  expect(await failure(slow.client.user())).toMatch(/^lakefs\.slow: .*no answer in time/)
})

test('a download that breaks off fails, and begins again where it is asked to', async () => {
  const { client } = await faulty((request, response) => {
    if (request.headers.range === 'bytes=3-')
      response.writeHead(206, { 'content-range': 'bytes 3-5/6', 'content-length': 3 }).end('def')
    else {
      response.writeHead(200, { 'content-length': 6 })
      response.write('abc', () => response.destroy())
    }
  })
  const first = await client.read('loans', 'main', 'a.csv')
  expect(await failure(textOf(first.bytes))).toMatch(
    /^lakefs\.unreachable: Expected to read lakefs:\/\/loans\/main\/a\.csv/,
  )
  const rest = await client.read('loans', 'main', 'a.csv', 3)
  expect([rest.from, await textOf(rest.bytes)]).toEqual([3, 'def'])
})

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  let text = ''
  for await (const piece of bytes) text += Buffer.from(piece).toString()
  return text
}

test('a listing is read to its end, and one without an end is not', async () => {
  const page = (after: string, more: boolean, next: string) =>
    JSON.stringify({
      pagination: { has_more: more, next_offset: next },
      results: [{ path: `p${after}`, checksum: 'x' }],
    })
  const { client } = await faulty((request, response) => {
    const after = new URL(request.url ?? '', 'http://x').searchParams.get('after') ?? ''
    response.end(after === '' ? page('0', true, 'p0') : page('1', false, ''))
  })
  expect((await client.list('loans', 'main', '')).map(({ path }) => path)).toEqual(['p0', 'p1'])
  const endless = await faulty((_, response) => response.end(page('0', true, 'p0')))
  expect(await failure(endless.client.list('loans', 'main', ''))).toMatch(/^lakefs\.answer: .*the same again/)
})

test('the environment must say where lakeFS is and who asks', async () => {
  const of = (environment: Record<string, string>) => failure((async () => connectionFrom(environment))())
  expect(await of({})).toMatch(/^lakefs\.address: .*found none/)
  expect(await of({ LAKEFS_ENDPOINT: 'file:///x' })).toMatch(/^lakefs\.address: .*http/)
  expect(await of({ LAKEFS_ENDPOINT: 'http://u:p@x' })).toMatch(/^lakefs\.address: .*without credentials/)
  expect(await of({ LAKEFS_ENDPOINT: 'http://x', LAKEFS_ACCESS_KEY_ID: 'i' })).toMatch(
    /^lakefs\.credentials: .*one half/,
  )
})

test('a tag that is on another commit is a fault, on the same none', async () => {
  const commit = 'a'.repeat(64)
  let there = commit
  const { environment } = await faulty((request, response) =>
    request.method === 'POST'
      ? response.writeHead(409).end('{"message":"tag already exists"}')
      : response.end(JSON.stringify({ id: 't', commit_id: there })),
  )
  const recipient = lakefsRecipient({ tag: true, commit: false, hooks: [] }, { root: '.', environment }, 50)
  const origin = { kind: 'lakefs', pinned: `lakefs://loans/${commit}/data.csv` }
  const material = {
    name: 'lakefs://loans/main/data.csv',
    role: 'data' as const,
    digest: { sha256: commit },
    bytes: 1,
    origin,
  }
  const told = {
    kind: 'certification' as const,
    command: 'gate' as const,
    verdict: 'passed' as const,
    evidence: [
      {
        schema: 'https://proofmark.dev/evidence/v1' as const,
        gate: 'data-validate' as const,
        verdict: 'passed' as const,
        subject: [],
        materials: [material],
        checks: [],
        result: null,
        tool: { name: 'proofmark' as const, version: '0' },
        run: { startedAt: '2026-11-01T00:00:00Z', finishedAt: '2026-11-01T00:00:00Z' },
      },
    ],
    model: {},
    record: [],
    certificate: '1'.repeat(64),
    at: new Date(0),
  }
  expect(await recipient.tell(told)).toBe('tagged before: certified-1111111111111111 on loans/aaaaaaaaaaaa')
  expect(await recipient.tell({ ...told, verdict: 'failed' })).toBeUndefined()
  there = 'b'.repeat(64)
  expect(await failure(recipient.tell(told))).toMatch(/^lakefs\.tag-taken/)
})

test('the hook wants its token, JSON, and no more than it reads', async () => {
  const lines: string[] = []
  const server = await hookServer({
    host: '127.0.0.1',
    port: 0,
    token: 'the-token',
    answer: async body =>
      body === null
        ? Promise.reject(new Error('secret detail'))
        : { status: 412, reason: 'none\ncovers it', about: 'pre-merge' },
    health: async () => ({ status: 'ok', certificates: 2 }),
    log: line => lines.push(line),
  })
  const post = async (body: string, authorization = 'Bearer the-token') => {
    const response = await fetch(server.address, { method: 'POST', body, headers: { authorization } })
    return [response.status, await response.text()]
  }
  expect(await post('{}')).toEqual([412, '{"reason":"none\\ncovers it"}\n'])
  expect((await post('{}', 'Bearer the-tokem'))[0]).toBe(401)
  expect((await post('{}', ''))[0]).toBe(401)
  expect((await post('{'))[0]).toBe(400)
  expect((await post(JSON.stringify('x'.repeat(300_000))))[0]).toBe(413)
  expect(await post('null')).toEqual([500, '{"reason":"Expected to answer but failed: see the log"}\n'])
  expect(await (await fetch(`${server.address}/health`)).json()).toEqual({ status: 'ok', certificates: 2 })
  expect(lines.map(line => line.split(' ')[1])).toEqual(['412', '401', '401', '400', '413', '500'])
  expect(lines[0]).toMatch(/pre-merge: none·covers it$/)
  await server.close()
})
