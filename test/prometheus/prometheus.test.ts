import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PrometheusSource } from '../../src/core/drift/series/settings.ts'
import { prometheus } from '../../src/prometheus/prometheus.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { type FakeOptions, fakeServer } from './fake-server.ts'

const HOUR = 3_600_000
const WINDOW = { start: 10 * HOUR, end: 14 * HOUR, step: HOUR }
const environment = { METRICS_USER: 'reader', METRICS_PASSWORD: 'pa:ss', METRICS_TOKEN: 'abc' }
/** Milliseconds that count as a second: an answer has thirty of them, which a busy machine gives too. */
const SECOND = 50
const asking = (second: number) =>
  prometheus({ second, environment, readText: async path => readFileSync(path, 'utf8') })

async function asked(options: FakeOptions = {}, source: Record<string, unknown> = {}, window = WINDOW) {
  const server = await fakeServer(options)
  const { range } = asking(options.faults?.[0] === 'slow' ? SECOND / 2 : SECOND)
  const settings = PrometheusSource.parse({ url: server.url, query: 'up', ...source })
  const answer = await range(settings, settings.query, window).catch((error: unknown) => error)
  return { server, answer }
}

/** What a failure says. */
async function failure(options: FakeOptions, source: Record<string, unknown> = {}) {
  const { server, answer } = await asked(options, source)
  const found = answer instanceof Error ? answer : new Error(`Expected a failure but found ${JSON.stringify(answer)}`)
  return { server, message: found.message.replaceAll(server.url, 'URL'), answer: found }
}

describe('a range query', () => {
  test('is a form that is posted, and its answer has NaN and infinities as numbers', async () => {
    const { server, answer } = await asked({
      result: () => [
        { metric: { job: 'b' }, values: [[36_000, '+Inf']] },
        {
          metric: { job: 'a' },
          values: [
            [36_000, 'NaN'],
            [39_600, '2.5'],
          ],
        },
      ],
    })
    expect(server.asked).toMatchObject([
      { path: '/api/v1/query_range', form: { query: 'up', start: '36000', end: '50400', step: '3600' } },
    ])
    expect(answer).toEqual([
      {
        labels: { job: 'a' },
        points: [
          [10 * HOUR, Number.NaN],
          [11 * HOUR, 2.5],
        ],
      },
      { labels: { job: 'b' }, points: [[10 * HOUR, Number.POSITIVE_INFINITY]] },
    ])
  })

  test('of more points than the server gives at once is several, joined', async () => {
    const { server, answer } = await asked({}, {}, { start: 0, end: 24_999 * 1000, step: 1000 })
    expect(server.asked.map(({ form }) => [form.start, form.end])).toEqual([
      ['0', '9999'],
      ['10000', '19999'],
      ['20000', '24999'],
    ])
    expect(answer).toHaveLength(1)
    expect(answer).toMatchObject([{ points: { length: 25_000 } }])
  })

  test.each([
    ['a bearer token', { 'token-env': 'METRICS_TOKEN' }, 'Bearer abc'],
    [
      'a user with a password',
      { 'username-env': 'METRICS_USER', 'password-env': 'METRICS_PASSWORD' },
      `Basic ${btoa('reader:pa:ss')}`,
    ],
    ['nothing', {}, undefined],
  ])('carries %s from the environment', async (_, source, authorization) => {
    const { server } = await asked({}, { ...source, tenant: 'team-a' })
    expect(server.asked[0]?.headers.authorization).toBe(authorization)
    expect(server.asked[0]?.headers['x-scope-orgid']).toBe('team-a')
  })

  test('with a variable that is not set is not sent', async () => {
    const { message, server } = await failure({}, { 'token-env': 'NOT_SET' })
    expect(message).toBe('Expected the environment variable NOT_SET to be set but found nothing')
    expect(server.asked).toEqual([])
  })
})

describe('is tried again', () => {
  test('after 429 when the server says, after 503 and a lost connection, four times in all', async () => {
    const busy = { status: 429, headers: { 'retry-after': '2' } }
    const started = performance.now()
    const { server, answer } = await asked({ faults: [busy, { status: 503 }, 'drop'] })
    expect(answer).toHaveLength(1)
    expect(server.asked).toHaveLength(4)
    expect(performance.now() - started).toBeGreaterThan(2 * SECOND + 2 * SECOND + 4 * SECOND - 10)
  })

  test('not when the wait is longer than a minute, nor a fifth time', async () => {
    const long = await failure({ faults: [{ status: 429, headers: { 'retry-after': '3600' } }] })
    expect(long.message).toBe('Expected an answer from Prometheus at URL but found HTTP status 429')
    expect(long.server.asked).toHaveLength(1)
    const often = await failure({ faults: Array.from({ length: 5 }, () => ({ status: 503 })) })
    expect(often.message).toContain('HTTP status 503')
    expect(often.server.asked).toHaveLength(4)
  })
})

describe('a failure says what was found and what to do', () => {
  const error = (errorType: string, words: string) => JSON.stringify({ status: 'error', errorType, error: words })

  test.each([
    [
      'a bad query',
      { status: 400, body: error('bad_data', '1:5: parse error: unexpected end') },
      'HTTP status 400: 1:5: parse error: unexpected end',
    ],
    [
      'a query that takes too much',
      { status: 422, body: error('execution', 'too many samples') },
      'HTTP status 422: too many samples',
    ],
    ['no permission', { status: 401, body: 'Unauthorized' }, 'HTTP status 401'],
    ['another path', { status: 404 }, 'HTTP status 404'],
    [
      'a redirect',
      { status: 302, headers: { location: 'https://login.example/' } },
      'a redirect to https://login.example/',
    ],
    ['a page', { status: 200, body: '<html>' }, 'an answer that is no JSON'],
    ['an error that calls itself fine', { status: 200, body: error('x', 'y') }, 'an answer that is no matrix'],
  ])('%s', async (_, fault, found) => {
    const { message, answer, server } = await failure({ faults: [fault] })
    expect(message).toBe(`Expected an answer from Prometheus at URL but found ${found}`)
    expect(answer).toMatchObject({ kind: 'environment', hint: expect.stringMatching(/./) })
    expect(server.asked).toHaveLength(1)
  })

  test('an instant vector', async () => {
    const { message } = await failure({ resultType: 'vector', result: () => [{ metric: {}, value: [1, '1'] }] })
    expect(message).toContain('an answer that is no matrix')
  })

  test('an answer cut off, none in time, and none at all', async () => {
    const all = (fault: 'cut' | 'slow' | 'drop') => failure({ faults: [fault, fault, fault, fault] })
    expect((await all('cut')).message).toMatch(/but found no connection \(ECONNRESET\)$/)
    expect((await all('drop')).message).toMatch(/but found no connection \(ECONNRESET\)$/)
    expect((await all('slow')).message).toMatch(/but found none in 30 seconds$/)
  })

  test('an answer without end', async () => {
    // With all the time there is: 64 MiB take a busy machine a while.
    const { range } = asking(1000)
    const server = await fakeServer({ faults: ['endless'] })
    await expect(range(PrometheusSource.parse({ url: server.url, query: 'up' }), 'up', WINDOW)).rejects.toThrow(
      /but found an answer of more than 67108864 bytes$/,
    )
    expect(server.asked).toHaveLength(1)
  })

  test('no server', async () => {
    const settings = PrometheusSource.parse({ url: 'http://127.0.0.1:1', query: 'up' })
    await expect(asking(SECOND).range(settings, 'up', WINDOW)).rejects.toMatchObject({
      message: 'Expected an answer from Prometheus at http://127.0.0.1:1 but found no connection (ECONNREFUSED)',
      hint: "Check 'url', that the server runs, and that the runner can reach it",
    })
  })
})

describe('over TLS', () => {
  const folder = temporaryFolder('tls')
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-keyout',
      key,
      '-out',
      cert,
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
    ],
    { stdio: 'ignore' },
  )
  const tls = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }

  test('a certificate authority of the settings is trusted, and no other', async () => {
    expect((await asked({ tls }, { ca: cert })).answer).toHaveLength(1)
    const { message, answer } = await failure({ tls })
    expect(message).toMatch(/but found a certificate that is not trusted \(\w*SELF_SIGNED\w*\)$/)
    expect(answer).toMatchObject({ hint: "Name the file of its certificate authority as 'ca'" })
  })
})

test('an address with a password in it is refused', () => {
  const found = PrometheusSource.safeParse({ url: 'https://user:secret@prometheus.example', query: 'up' })
  expect(found.success).toBe(false)
  expect(JSON.stringify(found.error?.issues)).toContain('name environment variables that hold them')
})
