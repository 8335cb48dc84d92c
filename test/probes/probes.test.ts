import { chmodSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { addressesIn } from '../../src/probes/addresses-in.ts'
import { clock } from '../../src/probes/clock.ts'
import { KEYS } from '../harness/credit.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { type Asked, faultServer, type Reply, s3Error } from '../http/fault-server.ts'
import { fakeServer } from '../prometheus/fake-server.ts'
import { told } from './told.ts'

const NOW = () => new Date().toUTCString()

describe('S3', () => {
  const KEYS_OF_AWS = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' }
  const settings = 'data: { files: ["s3://data/a.csv", "s3://data/b.csv"], contract: "s3://data/a.csv" }'
  const listing = { headers: { date: NOW() }, body: '<ListBucketResult></ListBucketResult>' }
  const store = (answer: (asked: Asked) => Reply) =>
    faultServer(asked => (asked.path.includes('list-type') ? listing : answer(asked)))

  it('that works, without versions, and with an object missing', async () => {
    const server = await store(({ path }) =>
      path.includes('a.csv') ? { headers: { etag: '"1"' }, body: 'a' } : s3Error(404, 'NoSuchKey'),
    )
    const lines = await told('S3 data', { settings, environment: { ...KEYS_OF_AWS, AWS_ENDPOINT_URL: server.url } })
    expect(lines).toEqual([
      'ok clock: within 60 seconds of ours',
      'ok credentials: accepted',
      'warn s3://data/a.csv: it is there, but the bucket keeps no versions → Turn versioning on: then evidence names the very version',
      expect.stringMatching(
        /^fail s3:\/\/data\/b.csv: Expected s3:\/\/data\/b.csv to be an object but the bucket data has none of that key → /,
      ),
    ])
  })

  it('that refuses, and one without credentials', async () => {
    const server = await faultServer(() => s3Error(403, 'SignatureDoesNotMatch'))
    const refused = { settings, environment: { ...KEYS_OF_AWS, AWS_ENDPOINT_URL: server.url } }
    expect((await told('S3 data', refused)).join()).toMatch(
      /^fail credentials: .*AWS_SECRET_ACCESS_KEY does not belong to/,
    )
    expect((await told('S3 data', { settings })).join()).toMatch(
      /^fail credentials: Expected AWS_ACCESS_KEY_ID and .* found neither/,
    )
  })

  it('that may be read, but not listed', async () => {
    const server = await faultServer(({ path }) =>
      path.includes('list-type')
        ? s3Error(403, 'AccessDenied')
        : { headers: { etag: '"1"', 'x-amz-version-id': 'v1' }, body: 'a' },
    )
    const lines = await told('S3 data', { settings, environment: { ...KEYS_OF_AWS, AWS_ENDPOINT_URL: server.url } })
    expect(lines).toEqual(['ok s3://data/a.csv: it is there', 'ok s3://data/b.csv: it is there'])
  })

  it('that answers with a page of HTML', async () => {
    const server = await faultServer(() => ({ headers: { 'content-type': 'text/html' }, body: '<html>' }))
    const lines = await told('S3 data', { settings, environment: { ...KEYS_OF_AWS, AWS_ENDPOINT_URL: server.url } })
    expect(lines[1]).toBe('fail answer: a page of HTML → Check AWS_ENDPOINT_URL')
  })
})

describe('GitHub', () => {
  const github = async (answer: (asked: Asked) => Reply) => {
    const server = await faultServer(answer)
    return {
      server,
      environment: { GITHUB_API_URL: server.url, GITHUB_TOKEN: 'secret-token' },
      repository: 'acme/credit',
    }
  }

  it('whose token may read all but pull requests', async () => {
    const headers = { 'x-oauth-scopes': 'repo', 'x-ratelimit-remaining': '12', date: NOW() }
    const world = await github(({ path }) => (path.includes('/pulls') ? { status: 403 } : { headers, body: '{}' }))
    expect(await told('GitHub', world)).toEqual([
      'ok token: accepted, with the scopes repo',
      'ok contents: can be read; writing shows when it is done',
      'warn pull-requests: HTTP status 403 → Give the job permissions: { pull-requests: write } where it publishes there',
      'ok issues: can be read; writing shows when it is done',
      'ok checks: can be read; writing shows when it is done',
      'warn rate limit: 12 requests left this hour → Wait for the hour to pass, or use another token',
      'ok clock: within 60 seconds of ours',
    ])
    expect(world.server.asked.map(({ headers }) => headers.authorization)).toEqual(Array(5).fill('Bearer secret-token'))
  })

  it.each([
    [401, /The token is wrong or has expired/],
    [404, /Check the name acme\/credit/],
    [403, /Wait for the hour to pass/],
    [500, /githubstatus/],
    [302, /GITHUB_API_URL/],
  ])('that answers %s', async (status, remedy) => {
    const lines = await told(
      'GitHub',
      await github(() => ({ status, headers: { location: 'https://elsewhere.example/' } })),
    )
    expect(lines[0]).toMatch(new RegExp(`^fail token: HTTP status ${status} → `))
    expect(lines[0]).toMatch(remedy)
  })

  it('without a token, unreachable, and where there is no repository', async () => {
    expect((await told('GitHub', { repository: 'acme/credit' })).join()).toMatch(/^warn token: none/)
    const environment = { GITHUB_API_URL: 'http://127.0.0.1:2', GITHUB_TOKEN: 'secret-token' }
    const lines = await told('GitHub', { repository: 'acme/credit', environment })
    expect(lines.join()).toMatch(
      /^fail connection: Expected GitHub at 127.0.0.1:2 to answer but found no connection \(ECONNREFUSED\)/,
    )
    expect(await told('GitHub', {})).toEqual([])
  })
})

describe('the signing key', () => {
  const folderWith = (text: string, mode: number) => {
    const root = temporaryFolder('doctor')
    writeFileSync(join(root, 'my.key'), text)
    chmodSync(join(root, 'my.key'), mode)
    return root
  }
  const settings = 'record: { key: my.key }'

  it('in a file can sign, and others may not read it', async () => {
    expect(await told('Signing', { settings, root: folderWith(KEYS.privateKey, 0o600) })).toEqual([
      'ok can sign: yes',
      'ok permissions: only its owner can read it',
    ])
    expect((await told('Signing', { settings, root: folderWith(KEYS.privateKey, 0o644) }))[1]).toBe(
      'warn permissions: others on this machine can read it → chmod 600 my.key',
    )
  })

  it.each([
    ['a public key', { settings, root: '' }, KEYS.publicKey],
    ['no key', { settings, root: '' }, 'hello'],
  ])('that is %s', async (_, world, text) => {
    const [line = ''] = await told('Signing', { ...world, root: folderWith(text, 0o600) })
    expect(line).toMatch(/^fail can sign: Expected .* → /)
  })

  it('that is not there, or in the environment, or a workflow itself', async () => {
    expect((await told('Signing', { settings })).join()).toMatch(/^fail can sign: Expected my.key to be a file/)
    expect(await told('Signing', { environment: { PROOFMARK_KEY: KEYS.privateKey } })).toEqual(['ok can sign: yes'])
    const keyless = 'record: { key: keyless }'
    expect((await told('Signing', { settings: keyless })).join()).toMatch(/^fail identity: .*id-token: write$/)
    const environment = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://example.com' }
    expect(await told('Signing', { settings: keyless, environment })).toEqual([
      'ok identity: this job may ask for a token',
    ])
  })

  it("that is a workflow's, by an authority and a log of one's own", async () => {
    const server = await faultServer(({ path }) => (path.startsWith('/ca/') ? { body: '{}' } : { status: 503 }))
    const lines = await told('Signing', {
      settings: `record: { key: keyless, keyless: { fulcio-url: "${server.url}/ca", rekor-url: "${server.url}/log" } }`,
      environment: { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://example.com' },
    })
    expect(lines).toEqual([
      'ok identity: this job may ask for a token',
      `ok certificate authority: ${server.url}/ca answers`,
      'ok clock: within 60 seconds of ours',
      expect.stringMatching(/^fail transparency log: HTTP status 503 → /),
    ])
    expect(server.asked.map(({ path }) => path).toSorted()).toEqual(['/ca/api/v2/configuration', '/log/api/v1/log'])
  })

  it('is never shown', async () => {
    const lines = await told('', {
      environment: { PROOFMARK_KEY: KEYS.privateKey.replace('A', '!'), AWS_SECRET_ACCESS_KEY: 'sss' },
    })
    expect(lines.join('\n')).not.toMatch(/BEGIN|sss|MIG|MC4/)
  })
})

describe('Prometheus', () => {
  const settings = (url: string) =>
    `drift: { series: [{ name: volume, kind: volume, prometheus: { url: "${url}", query: up } }] }`

  it('with series, without, and not there', async () => {
    const server = await fakeServer()
    expect(await told('Prometheus', { settings: settings(server.url) })).toEqual([
      'ok query: 1 series in its last hour',
      'ok clock: within 60 seconds of ours',
    ])
    const empty = await fakeServer({ result: () => [] })
    expect((await told('Prometheus', { settings: settings(empty.url) })).join()).toMatch(
      /^warn query: no series in its last hour/,
    )
    const page = await fakeServer({ faults: [{ status: 200, body: '<html>' }] })
    expect((await told('Prometheus', { settings: settings(page.url) })).join()).toMatch(
      /^fail connection: .*an answer that is no JSON/,
    )
  })
})

describe('OSV', () => {
  it('as a server', async () => {
    const answers = [{ body: '{}', headers: { date: NOW() } }, { body: '<html>' }, { status: 503 }]
    const server = await faultServer((_, nth) => answers[nth - 1] ?? {})
    const settings = `security: { vulnerabilities: api, osv-url: "${server.url}" }`
    expect(await told('OSV', { settings })).toEqual(['ok answer: yes', 'ok clock: within 60 seconds of ours'])
    expect((await told('OSV', { settings })).join()).toMatch(/^fail answer: no JSON/)
    expect((await told('OSV', { settings })).join()).toMatch(/^fail answer: HTTP status 503/)
  })

  it('as an archive', async () => {
    const root = temporaryFolder('doctor')
    const settings = 'security: { vulnerabilities: all.zip }'
    expect((await told('OSV', { settings, root })).join()).toMatch(
      /^fail connection: Expected all.zip but there is none/,
    )
    writeFileSync(join(root, 'all.zip'), '')
    expect(await told('OSV', { settings, root })).toEqual(['ok age: 0 days'])
    const old = new Date(Date.now() - 9.5 * 24 * 3600 * 1000)
    utimesSync(join(root, 'all.zip'), old, old)
    expect(await told('OSV', { settings, root })).toEqual(['warn age: 9 days → Download it again'])
  })
})

describe('the rest', () => {
  it('the cache: room, and what is no folder', async () => {
    const root = temporaryFolder('doctor')
    const [write, space] = await told('Cache', { environment: { PROOFMARK_CACHE: join(root, 'not/yet') } })
    expect(write).toBe('ok may write: yes')
    expect(space).toMatch(/^(ok|warn|fail) space: \d+\.\d GB free/)
  })

  it('Node', async () => {
    expect(await told('Node', {})).toEqual(['ok version: 24 or newer'])
  })

  it('the log: none there, none named, no key', async () => {
    const root = temporaryFolder('doctor')
    mkdirSync(join(root, 'log.git'))
    const lines = await told('Log', {
      settings: 'record: { log: { repository: acme/log } }',
      root,
      environment: { GITHUB_API_URL: 'http://127.0.0.1:2' },
    })
    expect(lines[0]).toMatch(/^fail branch: Expected /)
    expect(lines[1]).toBe(
      'warn key: none: the log can only be read → Set the secret PROOFMARK_LOG_KEY in jobs that write to the log',
    )
    expect((await told('Log', { settings: 'record: { log: {} }' }))[0]).toMatch(
      /^fail branch: nobody says where it is kept/,
    )
  })

  it('a file by https', async () => {
    const server = await faultServer(({ path }) => (path === '/a' ? { body: 'x'.repeat(9999) } : { status: 404 }))
    const pin = `#sha256=${'0'.repeat(64)}`
    const settings = `data: { files: ["${server.url}/a${pin}", "${server.url}/b${pin}"] }`
    const lines = await told('http', { settings })
    expect(lines.slice(0, 2)).toEqual(['ok file: it is sent', 'ok clock: within 60 seconds of ours'])
    expect(lines[2]).toMatch(/^fail connection: .* gave HTTP status 404 → Check the address/)
  })
})

test.each([
  [0, 'ok clock: within 60 seconds of ours'],
  [-59, 'ok clock: within 60 seconds of ours'],
  [120, 'warn clock: ours is 120 seconds ahead'],
  [-301, 'fail clock: ours is 301 seconds behind'],
])('a clock that is %s seconds off', (seconds, line) => {
  const theirs = 'Mon, 30 Nov 2026 06:00:00 GMT'
  const [finding] = clock(theirs, new Date(Date.parse(theirs) + seconds * 1000))
  expect(`${finding?.status} ${finding?.asked}: ${finding?.found}`).toBe(line)
})

test('a server without a clock says nothing of it', () => {
  expect(clock(undefined)).toEqual([])
  expect(clock('tomorrow')).toEqual([])
})

test('addresses are found wherever they stand', () => {
  expect(addressesIn({ a: ['x.csv', 's3://b/a'], b: { c: 's3://b/a', d: 'https://e/f' }, n: null })).toEqual([
    's3://b/a',
    'https://e/f',
  ])
})
