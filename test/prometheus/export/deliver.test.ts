import { describe, expect, test } from 'vitest'
import { deliver } from '../../../src/prometheus/export/deliver.ts'
import { type Fault, receiver } from './receiver.ts'

/** What comes of a delivery whose seconds are of so many milliseconds: twenty of them are borne by a busy machine too. */
async function delivered(url: string, second = 50) {
  const to = { name: 'the store', credentials: 'Give it a token', address: 'Check the address', second }
  return deliver(to, {
    method: 'PUT',
    url: new URL(url),
    headers: { authorization: 'Bearer secret-token' },
    body: Buffer.from('x 1\n'),
  }).then(
    ({ status }) => ({ status }),
    ({ message, hint, kind }) => ({ message, hint, kind }),
  )
}

describe('a delivery', () => {
  test.each<[string, Fault]>([
    ['a lost connection', 'drop'],
    ['a server that starts', { status: 503 }],
    ['a rate limit', { status: 429, headers: { 'retry-after': '1' } }],
    ['a server that is slow once', 'slow'],
    ['a fault of its own', { status: 500 }],
  ])('is tried again after %s', async (_, fault) => {
    const { url, asked } = await receiver(fault)
    expect(await delivered(url)).toEqual({ status: 200 })
    expect(asked.map(({ body }) => body.toString())).toEqual(['x 1\n', 'x 1\n'])
  })

  test.each<[string, Fault, string, string]>([
    ['refused credentials', { status: 401, body: 'Unauthorized' }, 'HTTP status 401: Unauthorized', 'Give it a token'],
    ['a missing permission', { status: 403 }, 'HTTP status 403', 'Give it a token'],
    ['a wrong path', { status: 404, body: '<html>Not here</html>' }, 'HTTP status 404', 'Check the address'],
    [
      'bad content',
      { status: 400, body: 'text format\nparsing error' },
      'HTTP status 400: text format parsing error',
      'See what it says of the request',
    ],
    [
      'a login page',
      { status: 200, body: '<!doctype html><title>Sign in</title>' },
      'a page',
      'Check the address. A login or a proxy may stand before it',
    ],
    [
      'a long wait',
      { status: 429, headers: { 'retry-after': '3600' } },
      'HTTP status 429',
      'It limits how often it may be asked: run it again later',
    ],
  ])('ends in one sentence on %s, tried once', async (_, fault, found, hint) => {
    const { url, asked } = await receiver(fault)
    expect(await delivered(url)).toEqual({
      message: `Expected the store to take what was sent but found ${found}`,
      hint,
      kind: 'environment',
    })
    expect(asked).toHaveLength(1)
  })

  test('gives no credential away that a server repeats', async () => {
    const echo = { status: 400, body: '{"you sent": "Bearer secret-token"}' }
    const { url } = await receiver(echo, { status: 302, headers: { location: 'http://other/?t=secret-token' } })
    const told = [await delivered(url), await delivered(url)]
    expect(told).toMatchObject([
      { message: expect.stringContaining('HTTP status 400: {"you sent": "Bearer ***"}') },
      { message: expect.stringContaining('a redirect to http://other/?t=***') },
    ])
  })

  test('takes no credentials to another host', async () => {
    const other = await receiver()
    const { url } = await receiver({ status: 302, headers: { location: other.url } })
    expect(await delivered(url)).toMatchObject({ hint: 'Give that address in the settings: no redirect is followed' })
    expect(other.asked).toEqual([])
  })

  test('to a server that is down, or never answers, gives up', async () => {
    expect(await delivered('http://127.0.0.1:9')).toMatchObject({
      message: expect.stringMatching(/found no connection \(\w+\)$/),
      kind: 'environment',
    })
    const { url, asked } = await receiver('slow', 'slow', 'slow', 'slow')
    expect(await delivered(url, 25)).toMatchObject({
      message: expect.stringContaining('found no answer in 20 seconds'),
    })
    expect(asked).toHaveLength(4)
  })
})
