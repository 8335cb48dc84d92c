import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Asked, faultServer, objectReply, type Reply } from '../http/fault-server.ts'
import { aWorld } from './a-world.ts'

const CSV = 'id,age\n1,20\n2,30\n'
const sha256 = createHash('sha256').update(CSV).digest('hex')

async function fetching(answer: (asked: Asked, nth: number) => Reply | 'drop' | 'silent', path = '/a.csv') {
  const server = await faultServer(answer)
  const name = `${server.url}${path}#sha256=${sha256}`
  const { sources, again } = aWorld()
  const end = await sources.fetch(name).then(
    fetched => readFileSync(fetched ?? '', 'utf8'),
    (error: unknown) => error,
  )
  return { server, name, sources, end, again }
}

describe('a file by https', () => {
  it('is fetched once, and pinned by its checksum', async () => {
    const { server, sources, name, end, again } = await fetching(asked => objectReply(asked, CSV))
    expect(end).toBe(CSV)
    expect(await sources.origin(name)).toEqual({ kind: 'https', pinned: name })
    await again().fetch(name)
    expect(server.asked).toHaveLength(1)
  })

  it('is asked for with nothing secret, and none is sent along to another host', async () => {
    const other = await faultServer(asked => objectReply(asked, CSV))
    const { server, end } = await fetching(() => ({ status: 302, headers: { location: `${other.url}/b.csv` } }))
    expect(end).toBe(CSV)
    for (const { headers } of [...server.asked, ...other.asked])
      expect(Object.keys(headers).toSorted()).toEqual(['accept-encoding', 'connection', 'host'])
  })

  it('is read on where it broke off', async () => {
    const { server, end } = await fetching(asked =>
      asked.headers.range ? objectReply(asked, CSV) : { body: CSV, cut: 5 },
    )
    expect(end).toBe(CSV)
    expect(server.asked.map(({ headers }) => headers.range)).toEqual([undefined, 'bytes=5-'])
  })

  it('is read anew where the server knows no ranges', async () => {
    const { end } = await fetching((_, nth) => (nth === 1 ? { body: `${CSV}and more`, cut: 20 } : { body: CSV }))
    expect(end).toBe(CSV)
  })

  it('is asked for again while the server is busy', async () => {
    const { end, server } = await fetching((_, nth) => (nth < 3 ? { status: 503 } : { body: CSV }))
    expect(end).toBe(CSV)
    expect(server.asked).toHaveLength(3)
  })
})

describe('is refused', () => {
  it.each([
    ['other bytes', { body: 'other' }, /to have the sha256 [0-9a-f]{64} but it has [0-9a-f]{64}$/],
    [
      'a sign-in page',
      { headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<html>' },
      /gave a page of HTML$/,
    ],
    ['no permission', { status: 403 }, /gave HTTP status 403$/],
    ['no such file', { status: 404 }, /gave HTTP status 404$/],
    ['a busy server', { status: 429, headers: { 'retry-after': '900' } }, /gave HTTP status 429$/],
    [
      'a redirect to http elsewhere',
      { status: 301, headers: { location: 'http://example.com/a' } },
      /a redirect to http:\/\/example.com$/,
    ],
    ['a redirect to a file', { status: 301, headers: { location: 'file:///etc/passwd' } }, /a redirect to file:\/\/$/],
    [
      'a redirect with a password',
      { status: 301, headers: { location: 'https://a:b@example.com/' } },
      /a redirect to https:\/\/example.com$/,
    ],
    ['a redirect to nowhere', { status: 302 }, /a redirect to nowhere$/],
    ['a redirect in a circle', { status: 302, headers: { location: '/a.csv' } }, /gave more than 5 redirects$/],
  ])('for %s', async (_, answer, message) => {
    const { end } = await fetching(() => answer)
    expect(end).toMatchObject({ message: expect.stringMatching(message), hint: expect.stringMatching(/./) })
  })

  it('for what never ends', async () => {
    const { end, server } = await fetching(() => 'drop')
    expect(end).toMatchObject({ code: 'https.answer', kind: 'environment' })
    expect(server.asked).toHaveLength(5)
  })

  it.each([
    ['https://example.com/a.csv', /^Expected the checksum of its bytes/],
    ['https://example.com/a.csv#sha256=12', /^Expected the checksum of its bytes/],
    [`http://example.com/a.csv#sha256=${sha256}`, /^Expected https but found/],
    [
      `https://me:pw@example.com/a.csv#sha256=${sha256}`,
      /^Expected an address without a password but example.com has one$/,
    ],
    [`https:///#sha256=${sha256}`, /^Expected an address such as/],
  ])('as an address: %s', async (name, message) => {
    const error: unknown = await aWorld()
      .sources.list(name)
      .catch((cause: unknown) => cause)
    expect(error).toMatchObject({ message: expect.stringMatching(message), kind: 'input' })
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('pw@')
  })

  it('without its checksum, and how to get that is said, but not what it is', async () => {
    await expect(aWorld().sources.fetch('https://example.com/a.csv')).rejects.toMatchObject({
      hint: "Take it from whoever publishes the file, or, if you trust what is there now: curl -sSL 'https://example.com/a.csv' | sha256sum",
    })
  })
})
