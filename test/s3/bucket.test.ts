import { describe, expect, it, test } from 'vitest'
import { textOf } from '../../src/http/text-of.ts'
import { s3Access } from '../../src/s3/access.ts'
import { bucket } from '../../src/s3/bucket.ts'
import { listObjects } from '../../src/s3/list-objects.ts'
import { urlOf } from '../../src/s3/url-of.ts'
import { type Asked, faultServer, type Reply, s3Error } from '../http/fault-server.ts'

const KEYS = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' }

type Answer = (asked: Asked, nth: number) => Reply | 'drop' | 'silent'

async function asking(answer: Answer, environment: Record<string, string> = {}, second = 25) {
  const server = await faultServer(answer)
  const store = bucket('data', { ...KEYS, AWS_ENDPOINT_URL: server.url, ...environment }, { second })
  const read = async () =>
    (await textOf(await store.send({ method: 'GET', key: 'a.csv', doing: 'read a.csv' }), 100)).text
  return { server, store, read }
}

/** What is said of an answer that is given to every request. */
async function failure(answer: Answer, environment: Record<string, string> = {}, second = 25) {
  const { server, read } = await asking(answer, environment, second)
  const error: unknown = await read().catch((cause: unknown) => cause)
  return { server, error }
}

describe('a request', () => {
  it('is signed, with the session token', async () => {
    const { server, read } = await asking(() => ({ body: 'x' }), {
      AWS_SESSION_TOKEN: 'temporary',
      AWS_REGION: 'eu-west-3',
    })
    expect(await read()).toBe('x')
    expect(server.asked[0]?.headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d{8}\/eu-west-3\/s3\/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token, Signature=[0-9a-f]{64}$/,
    )
    expect(server.asked[0]?.headers['x-amz-security-token']).toBe('temporary')
  })

  it('is not signed where AWS_NO_SIGN_REQUEST says so', async () => {
    const { server, read } = await asking(() => ({ body: 'x' }), { AWS_NO_SIGN_REQUEST: 'true' })
    expect(await read()).toBe('x')
    expect(Object.keys(server.asked[0]?.headers ?? {}).filter(name => /^(authorization|x-amz)/.test(name))).toEqual([])
  })

  it('gives the bytes as they are stored, whatever their encoding', async () => {
    const { read } = await asking(() => ({ headers: { 'content-encoding': 'gzip' }, body: 'stored as gzip' }))
    expect(await read()).toBe('stored as gzip')
  })

  it.each([
    ['Slow down', s3Error(503, 'SlowDown')],
    ['too many', { status: 429, headers: { 'retry-after': '1' } }],
    ['a time-out', s3Error(400, 'RequestTimeout')],
    ['an error of the server', { status: 500 }],
    ['a lost connection', 'drop'],
  ] as const)('is sent again after %s', async (_, fault) => {
    const { server, read } = await asking((_, nth) => (nth <= 4 ? fault : { body: 'there' }))
    expect(await read()).toBe('there')
    expect(server.asked).toHaveLength(5)
  })

  it('is sent five times at most, and not where the wait is long', async () => {
    const often = await failure(() => s3Error(503, 'SlowDown'))
    expect(often.error).toMatchObject({
      message: 'Expected to read a.csv in the bucket data but S3 answered 503 (SlowDown)',
      hint: 'Run it again later, or ask for fewer files at once',
    })
    expect(often.server.asked).toHaveLength(5)
    const long = await failure(() => ({ status: 429, headers: { 'retry-after': '3600' } }))
    expect(long.server.asked).toHaveLength(1)
  })

  it('that is not answered ends', async () => {
    const { error, server } = await failure(() => 'silent', {}, 5)
    expect(error).toMatchObject({ code: 's3.unreachable', kind: 'environment' })
    expect(server.asked).toHaveLength(5)
  })

  it('to nobody says so', async () => {
    const { read } = await asking(() => 'drop', { AWS_ENDPOINT_URL: 'http://127.0.0.1:2' })
    await expect(read()).rejects.toThrow(
      'Expected to reach 127.0.0.1:2 to read a.csv but found no connection (ECONNREFUSED)',
    )
  })
})

describe('a refusal says what to do', () => {
  it.each([
    ['InvalidAccessKeyId', 403, /AWS_ACCESS_KEY_ID is not known there/],
    ['SignatureDoesNotMatch', 403, /AWS_SECRET_ACCESS_KEY does not belong/],
    ['ExpiredToken', 400, /have expired: get new ones/],
    ['RequestTimeTooSkewed', 403, /The clock of this machine is wrong/],
    ['AccessDenied', 403, /s3:GetObject/],
    ['NoSuchBucket', 404, /Create the bucket/],
    ['InvalidObjectState', 403, /restore it first/],
  ])('%s', async (code, status, hint) => {
    const { error, server } = await failure(() => s3Error(status, code))
    expect(error).toMatchObject({
      kind: 'environment',
      message: `Expected to read a.csv in the bucket data but S3 answered ${status} (${code})`,
      hint: expect.stringMatching(hint),
    })
    expect(server.asked).toHaveLength(1)
  })

  it('a bucket that is not public', async () => {
    const { error } = await failure(() => s3Error(403, 'AccessDenied'), { AWS_NO_SIGN_REQUEST: 'yes' })
    expect(error).toMatchObject({ hint: expect.stringMatching(/^The bucket is not public: unset AWS_NO_SIGN_REQUEST/) })
  })

  it.each([
    [s3Error(301, 'PermanentRedirect', '', { 'x-amz-bucket-region': 'eu-west-1' })],
    [s3Error(400, 'AuthorizationHeaderMalformed', '<Region>eu-west-1</Region>')],
    [
      s3Error(307, 'TemporaryRedirect', '', {
        'x-amz-bucket-region': 'eu-west-1',
        location: 'https://elsewhere.example/a',
      }),
    ],
  ])('another region', async answer => {
    const { error } = await failure(() => answer)
    expect(error).toMatchObject({ hint: 'Set AWS_REGION=eu-west-1: the bucket is there' })
  })

  test('no redirect to another host is followed', async () => {
    const other = await faultServer(() => ({ body: 'stolen' }))
    const { error } = await failure(() => ({ status: 307, headers: { location: `${other.url}/a.csv` } }))
    expect(error).toMatchObject({
      hint: expect.stringContaining(`It points elsewhere, to ${other.host}: no redirect is followed`),
    })
    expect(other.asked).toEqual([])
  })

  it.each([
    [{}, /found neither$/],
    [{ AWS_ACCESS_KEY_ID: 'a' }, /found only one of them$/],
  ])('credentials that are missing', (environment, message) => {
    expect(() => s3Access(environment)).toThrow(message)
  })

  it('never shows a secret', async () => {
    const { error } = await failure(() => s3Error(403, 'AccessDenied'), {
      AWS_SECRET_ACCESS_KEY: 'TOP-SECRET',
      AWS_SESSION_TOKEN: 'TOKEN',
    })
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/TOP-SECRET|TOKEN"/)
  })
})

describe('a listing', () => {
  const page = (keys: readonly string[], next = '', encoding = 'url') =>
    `<ListBucketResult><EncodingType>${encoding}</EncodingType>${keys.map(key => `<Contents><Key>${key}</Key><ETag>&quot;e&quot;</ETag><Size>3</Size></Contents>`).join('')}${next === '' ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`}</ListBucketResult>`

  it('is read to its last page', async () => {
    const { store, server } = await asking(({ path }) => ({
      body: path.includes('continuation-token') ? page(['b%20%C3%A4.csv']) : page(['a.csv'], 'to&amp;ken'),
    }))
    expect(await listObjects(store, 'x/')).toEqual([
      { key: 'a.csv', bytes: 3, etag: '"e"' },
      { key: 'b ä.csv', bytes: 3, etag: '"e"' },
    ])
    expect(server.asked[1]?.path).toContain('continuation-token=to%26ken')
  })

  it('is read as it is meant by a store that does not encode keys', async () => {
    const { store } = await asking(() => ({ body: page(['ä+ b&amp;c%20 &#39;1&#x27;!*().bin'], '', '') }))
    expect(await listObjects(store, '')).toEqual([{ key: "ä+ b&c%20 '1'!*().bin", bytes: 3, etag: '"e"' }])
  })

  it.each([
    ['a page of HTML', '<html><body>Sign in</body></html>', /but found something else$/],
    [
      'an object without a key',
      '<ListBucketResult><Contents></Contents></ListBucketResult>',
      /to have a key and a size/,
    ],
    ['encoded wrongly', page(['%E4.csv']), /to be URL-encoded but found %E4.csv$/],
    ['the same page for ever', page(['a'], 'again'), /found the same page again$/],
  ])('that is %s is refused', async (_, body, message) => {
    const { store } = await asking(() => ({ body }))
    await expect(listObjects(store, 'x/')).rejects.toThrow(message)
  })
})

it.each([
  [{}, 'data', 'https://data.s3.us-east-1.amazonaws.com/a%20b/%C3%A4%2B1'],
  [{ AWS_REGION: 'eu-west-1' }, 'my.data', 'https://s3.eu-west-1.amazonaws.com/my.data/a%20b/%C3%A4%2B1'],
  [{ AWS_ENDPOINT_URL: 'https://minio.example:9000/' }, 'data', 'https://minio.example:9000/data/a%20b/%C3%A4%2B1'],
  [
    { AWS_ENDPOINT_URL_S3: 'https://s3.example', AWS_VIRTUAL_HOSTING: 'TRUE' },
    'data',
    'https://data.s3.example/a%20b/%C3%A4%2B1',
  ],
  [{ AWS_VIRTUAL_HOSTING: 'FALSE' }, 'data', 'https://s3.us-east-1.amazonaws.com/data/a%20b/%C3%A4%2B1'],
])('the address by %o of the bucket %s', (environment, name, url) => {
  expect(urlOf(s3Access({ ...KEYS, ...environment }), name, 'a b/ä+1', {}).href).toBe(url)
})
