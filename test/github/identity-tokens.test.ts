import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { githubIdentityTokens } from '../../src/github/identity-tokens.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  stops.push(() => server.close())
  await new Promise(done => server.once('listening', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/token?api-version=2.0`
}

const environment = (url: string) => ({
  ACTIONS_ID_TOKEN_REQUEST_URL: url,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-secret',
})

test('a token is asked for by its audience, as GitHub wants it, and is told to whoever masks it', async () => {
  const seen: { url: string | undefined; authorization: string | undefined }[] = []
  const url = await serve(({ url, headers }, response) => {
    seen.push({ url, authorization: headers.authorization })
    response.end('{"count":1,"value":"aaa.bbb.ccc"}')
  })
  const hidden: string[] = []
  const tokens = githubIdentityTokens({ environment: environment(url), hide: token => hidden.push(token) })
  expect(await tokens.token('proofmark:approve:sha256:ab&c')).toBe('aaa.bbb.ccc')
  expect(hidden).toEqual(['aaa.bbb.ccc'])
  expect(seen).toEqual([
    {
      url: '/token?api-version=2.0&audience=proofmark%3Aapprove%3Asha256%3Aab%26c',
      authorization: 'Bearer request-secret',
    },
  ])
})

test('a fault of the server is tried again, a refusal is not', async () => {
  const statuses = [500, 503, 200]
  const url = await serve((_, response) => {
    response.statusCode = statuses.shift() ?? 200
    response.end('{"value":"aaa.bbb.ccc"}')
  })
  expect(await githubIdentityTokens({ environment: environment(url), second: 50 }).token('x')).toBe('aaa.bbb.ccc')

  let asked = 0
  const refusing = await serve((_, response) => {
    asked += 1
    response.statusCode = 403
    response.end()
  })
  const failure = githubIdentityTokens({ environment: environment(refusing), second: 1000 }).token('x')
  await expect(failure).rejects.toMatchObject({ code: 'github.identity-token', kind: 'environment' })
  await expect(failure).rejects.toThrow('but found HTTP status 403')
  expect(asked).toBe(1)
})

test.each([
  ['nothing of it', {}],
  ['no address', { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' }],
  ['no secret', { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:1/' }],
])('a job that has %s is told which permission is missing', async (_, environment) => {
  await expect(githubIdentityTokens({ environment }).token('x')).rejects.toMatchObject({
    code: 'github.no-identity',
    kind: 'environment',
    hint: expect.stringContaining('id-token: write'),
  })
})

test.each([
  ['no JSON', 'junk', 'an answer that is no JSON'],
  ['no token', '{}', 'an answer without a token'],
  ['a token that is none', '{"value":"a b"}', 'an answer without a token'],
])('an answer with %s is no token', async (_, body, found) => {
  const url = await serve((_, response) => response.end(body))
  await expect(githubIdentityTokens({ environment: environment(url) }).token('x')).rejects.toThrow(`but found ${found}`)
})
