import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { s3Address } from '../../src/sources/s3/s3-address.ts'
import { type Asked, faultServer, objectReply, type Reply, s3Error } from '../http/fault-server.ts'
import { aWorld } from './a-world.ts'

const CSV = 'id,age\n1,20\n2,30\n'
const sha256 = createHash('sha256').update(CSV).digest('hex')

/** A store with a bucket `data`, and sources that read it. */
async function aStore(
  objects: Readonly<Record<string, string>>,
  { fault, versionId }: { fault?: (asked: Asked, nth: number) => Reply | 'drop' | undefined; versionId?: string } = {},
) {
  const server = await faultServer((asked, nth) => {
    const given = fault?.(asked, nth)
    if (given !== undefined) return given
    const url = new URL(asked.path, 'http://store')
    if (url.searchParams.has('list-type')) return listing(objects, url.searchParams.get('prefix') ?? '')
    const body = objects[decodeURIComponent(url.pathname).replace('/data/', '')]
    if (body === undefined) return s3Error(404, 'NoSuchKey')
    return objectReply(asked, body, versionId === undefined ? {} : { 'x-amz-version-id': versionId })
  })
  return { server, ...aWorld({ AWS_ENDPOINT_URL: server.url }) }
}

function listing(objects: Readonly<Record<string, string>>, prefix: string): Reply {
  const found = Object.entries(objects).filter(([key]) => key.startsWith(prefix))
  const contents = found.map(
    ([key, body]) => `<Contents><Key>${encodeURIComponent(key)}</Key><Size>${body.length}</Size></Contents>`,
  )
  return { body: `<ListBucketResult><EncodingType>url</EncodingType>${contents.join('')}</ListBucketResult>` }
}

const contentOf = (path: string | undefined) => readFileSync(path ?? '', 'utf8')

describe('an object', () => {
  it('is fetched, and pinned to its version where the bucket has versions', async () => {
    const { sources } = await aStore({ 'train.csv': CSV }, { versionId: 'v7' })
    expect(contentOf(await sources.fetch('s3://data/train.csv'))).toBe(CSV)
    expect(await sources.origin('s3://data/train.csv')).toEqual({
      kind: 's3',
      pinned: 's3://data/train.csv?versionId=v7',
    })
  })

  it('has no pinned address where the bucket has none', async () => {
    const { sources } = await aStore({ 'train.csv': CSV }, { versionId: 'null' })
    expect(await sources.origin('s3://data/train.csv')).toEqual({ kind: 's3' })
  })

  it('that was fetched before is not fetched again, unless it was written again', async () => {
    const objects: Record<string, string> = { 'train.csv': CSV }
    const { server, sources, again } = await aStore(objects)
    const path = await sources.fetch('s3://data/train.csv')
    expect(await again().fetch('s3://data/train.csv')).toBe(path)
    expect(server.asked.map(({ method }) => method)).toEqual(['HEAD', 'GET', 'HEAD'])
    objects['train.csv'] = 'other'
    expect(contentOf(await again().fetch('s3://data/train.csv'))).toBe('other')
  })

  it.each(['?versionId=v7', `#sha256=${sha256}`])(
    'pinned by %s needs no network once it is in the cache',
    async pin => {
      const { server, sources, world } = await aStore({ 'train.csv': CSV })
      const path = await sources.fetch(`s3://data/train.csv${pin}`)
      expect(contentOf(path)).toBe(CSV)
      expect(server.asked.map(({ method }) => method)).toEqual(['GET'])
      const offline = aWorld({
        ...world.environment,
        AWS_ENDPOINT_URL: server.url,
        PROOFMARK_CACHE: world.environment.PROOFMARK_CACHE ?? '',
      })
      server.asked.length = 0
      expect(await offline.sources.fetch(`s3://data/train.csv${pin}`)).toBe(path)
      expect(server.asked).toEqual([])
    },
  )

  it('of another checksum than was named is refused', async () => {
    const { sources } = await aStore({ 'train.csv': `${CSV}3,4\n` })
    await expect(sources.fetch(`s3://data/train.csv#sha256=${sha256}`)).rejects.toMatchObject({
      code: 'source.digest',
      kind: 'input',
    })
  })

  it('of another checksum than the store keeps of it is refused', async () => {
    const { sources } = await aStore(
      { 'train.csv': CSV },
      {
        fault: asked =>
          objectReply(asked, 'tampered', { 'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64') }),
      },
    )
    await expect(sources.fetch('s3://data/train.csv')).rejects.toMatchObject({ code: 'source.digest' })
  })

  it('that is interrupted is read on from there, and only while it is the same', async () => {
    const cut = (asked: Asked) =>
      asked.method === 'GET' && !asked.headers.range ? { ...objectReply(asked, CSV), cut: 9 } : undefined
    const { server, sources } = await aStore({ 'train.csv': CSV }, { fault: cut })
    expect(contentOf(await sources.fetch('s3://data/train.csv'))).toBe(CSV)
    expect(server.asked.map(({ headers }) => [headers.range, typeof headers['if-match']])).toEqual([
      [undefined, 'undefined'],
      [undefined, 'string'],
      ['bytes=9-', 'string'],
    ])
  })

  it('that is written again while it is read is noticed', async () => {
    const objects: Record<string, string> = { 'train.csv': CSV }
    const { sources } = await aStore(objects, {
      fault: asked => {
        if (asked.method !== 'GET' || asked.headers.range) return undefined
        objects['train.csv'] = 'written again, and longer'
        return { ...objectReply(asked, CSV), cut: 9 }
      },
    })
    await expect(sources.fetch('s3://data/train.csv')).rejects.toMatchObject({
      code: 'source.changed',
      kind: 'environment',
      message: 'Expected s3://data/train.csv to stay the same while it is read but it was written again',
    })
  })

  it('that breaks off again and again is given up', async () => {
    const { sources, cache } = await aStore(
      { 'train.csv': CSV },
      {
        fault: asked =>
          asked.method === 'GET' ? { headers: objectReply(asked, CSV).headers ?? {}, body: CSV, cut: 0 } : undefined,
      },
    )
    await expect(sources.fetch('s3://data/train.csv')).rejects.toMatchObject({
      code: 'source.interrupted',
      message: expect.stringMatching(
        /^Expected s3:\/\/data\/train.csv to be sent to its end but after 0 of 17 bytes found no connection/,
      ),
    })
    expect(await aWorld({ PROOFMARK_CACHE: cache }).world.environment.PROOFMARK_CACHE).toBe(cache)
  })

  it('that is not there is told from a bucket that is not, and from no permission', async () => {
    const { sources } = await aStore({})
    await expect(sources.fetch('s3://data/Train.csv')).rejects.toMatchObject({ code: 's3.missing', kind: 'input' })
    const noBucket = await aStore({}, { fault: () => s3Error(404, 'NoSuchBucket') })
    await expect(noBucket.sources.fetch('s3://data/train.csv')).rejects.toMatchObject({
      code: 's3.no-bucket',
      kind: 'environment',
    })
    const refused = await aStore({}, { fault: () => s3Error(403, 'AccessDenied') })
    await expect(refused.sources.fetch('s3://data/train.csv')).rejects.toMatchObject({
      code: 's3.denied',
      message: 'Expected to read train.csv in the bucket data but S3 answered 403 (AccessDenied)',
    })
  })
})

describe('a prefix', () => {
  const MODEL = { 'm/config.json': '{}', 'm/sub/ä+ b#?.bin': 'weights', 'm/sub/': '', 'other.bin': '' }

  it.each([
    ['s3://data/m/', ['s3://data/m/config.json', 's3://data/m/sub/ä+ b#?.bin']],
    ['s3://data/m', ['s3://data/m/config.json', 's3://data/m/sub/ä+ b#?.bin']],
    ['s3://data/m/*.json', ['s3://data/m/config.json']],
    ['s3://data/**/*.bin', ['s3://data/m/sub/ä+ b#?.bin', 's3://data/other.bin']],
  ])('%s names the objects below', async (path, names) => {
    const { sources } = await aStore(MODEL)
    expect(await sources.list(path)).toEqual(names)
    expect(contentOf(await sources.fetch(names[0] ?? ''))).toBe(names[0]?.endsWith('json') ? '{}' : 'weights')
  })

  it('is fetched four objects at a time, and one that fails fails for who asks for it', async () => {
    const objects = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`m/${i}`, `${i}`]))
    const { server, sources } = await aStore(objects, {
      fault: ({ method, path }) => (method === 'GET' && path.endsWith('/3') ? s3Error(403, 'AccessDenied') : undefined),
    })
    await sources.list('s3://data/m/')
    server.asked.length = 0
    expect(contentOf(await sources.fetch('s3://data/m/0'))).toBe('0')
    await expect
      .poll(() => server.asked.map(({ path }) => path).toSorted())
      .toEqual(['/data/m/0', '/data/m/1', '/data/m/2', '/data/m/3'])
    expect(contentOf(await sources.fetch('s3://data/m/1'))).toBe('1')
    await expect(sources.fetch('s3://data/m/3')).rejects.toMatchObject({ code: 's3.denied' })
  })

  it('without objects names none', async () => {
    const { sources } = await aStore(MODEL)
    await expect(sources.list('s3://data/n/')).rejects.toMatchObject({ code: 's3.none', kind: 'input' })
  })
})

test.each([
  ['s3://data/a?versionId=x.1', { key: 'a', versionId: 'x.1' }],
  ['s3://data/what?.csv', { key: 'what?.csv' }],
  ['s3://data', { key: '' }],
  [`s3://data/a#sha256=${sha256}`, { sha256 }],
])('the address %s', (address, parts) => {
  expect(s3Address(address)).toMatchObject({ bucket: 'data', ...parts })
})

test.each([
  's3:data/a',
  's3://UPPER/a',
  's3://data/../x',
  's3://data/a#sha256=12',
  's3://data/a/?versionId=1',
  's3://data/a?versionId=',
])('the address %s is refused', address => {
  expect(() => s3Address(address)).toThrow(/^Expected .* but found '/)
})
