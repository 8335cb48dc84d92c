import { createServer, type RequestListener } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { httpRemote } from '../../src/dvc/remotes/http-remote.ts'
import { s3Remote } from '../../src/dvc/remotes/s3-remote.ts'

/** Milliseconds that count as a second: sixty of silence are borne on a busy machine too. */
const SECOND = 25

/** A remote behind a server that answers so. */
async function served(listener: RequestListener, settings: Record<string, string> = {}, second = SECOND) {
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const bound = server.address()
  const url = typeof bound === 'object' && bound !== null ? `http://127.0.0.1:${bound.port}/store` : ''
  return httpRemote({ name: 'web', url, settings: new Map(Object.entries(settings)), versions: false }, { second })
}
const look = (remote: Awaited<ReturnType<typeof served>>) => remote.sizes([{ key: 'files/md5/ab/cd' }], () => {})

it('tries again where a server is busy, and says what is there', async () => {
  let times = 0
  const remote = await served((request, response) => {
    if (request.url?.includes('/00/')) return void response.writeHead(404).end()
    times += 1
    if (times < 3) response.writeHead(503).end()
    else response.writeHead(request.url === '/store/files/md5/ab/cd' ? 200 : 404, { 'content-length': 7 }).end()
  })
  expect(await look(remote)).toEqual([7])
  expect(times).toBe(3)
})

it('gives up in a sentence, without the password', async () => {
  const remote = await served((_, response) => void response.writeHead(503).end(), { user: 'u', password: 'hidden' })
  const error = await look(remote).catch(thrown => thrown)
  expect(error).toMatchObject({ code: 'dvc.refused', kind: 'environment' })
  expect(error.message).toMatch(/^Expected the DVC remote web \(127\.0\.0\.1:\d+\) to answer but it said 503$/)
  expect(JSON.stringify(error) + error.message + error.hint).not.toContain('hidden')
})

it('follows no redirect, for the password would go along', async () => {
  let elsewhere = 0
  const other = createServer(() => {
    elsewhere += 1
  })
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void other.close())
  const bound = other.address()
  const location = `http://localhost:${typeof bound === 'object' && bound !== null ? bound.port : 0}/x`
  const remote = await served((_, response) => void response.writeHead(302, { location }).end(), {
    user: 'u',
    password: 'p',
  })
  await expect(look(remote)).rejects.toMatchObject({ hint: expect.stringContaining('It points to localhost') })
  expect(elsewhere).toBe(0)
})

it('sends a header of its own where the settings name one', async () => {
  const remote = await served(
    (request, response) =>
      void response
        .writeHead(request.headers['x-token'] !== 't' ? 403 : request.url?.includes('/00/') ? 404 : 200, {
          'content-length': 1,
        })
        .end(),
    { auth: 'custom', custom_auth_header: 'X-Token', password: 't' },
  )
  expect(await look(remote)).toEqual([1])
})

it('says that nobody answers', async () => {
  const remote = httpRemote(
    { name: 'web', url: 'http://127.0.0.1:1', settings: new Map(), versions: false },
    { second: SECOND },
  )
  await expect(look(remote)).rejects.toMatchObject({ code: 'dvc.unreachable', kind: 'environment' })
})

it('is not believed where a page is the answer to everything, and asked all the same where it refuses to tell', async () => {
  const pages = await served(
    (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
  )
  await expect(look(pages)).rejects.toMatchObject({ code: 'dvc.any-answer', kind: 'environment' })
  const { port } = new URL(pages.url)
  const keys = { access_key_id: 'AKIA', secret_access_key: 's', endpointurl: `http://127.0.0.1:${port}` }
  const bucket = await s3Remote(
    { name: 'b', url: 's3://b/x', settings: new Map(Object.entries(keys)), versions: false },
    {},
    SECOND,
  )
  await expect(look(bucket)).rejects.toMatchObject({
    message: expect.stringMatching(/^Expected the DVC remote b \(s3:\/\/b\) to say that an object which no one has/),
  })
  const discreet = await served(
    (request, response) =>
      void response.writeHead(request.url?.includes('/00/') ? 403 : 200, { 'content-length': 3 }).end(),
  )
  expect(await look(discreet)).toEqual([3])
})

it('is waited for as long as it asks, but no longer than a minute', async () => {
  const asked: number[] = []
  const limited = (seconds: string) =>
    served((request, response) => {
      asked.push(Date.now())
      const first = asked.length === 1
      response.writeHead(first ? 429 : request.url?.includes('/00/') ? 404 : 200, {
        'content-length': 1,
        ...(first ? { 'retry-after': seconds } : {}),
      })
      response.end()
    })
  expect(await look(await limited('10'))).toEqual([1])
  // Ten of our seconds, by two clocks.
  expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeGreaterThanOrEqual(10 * SECOND - 5)
  asked.splice(0)
  // What it would not tell of the object that nobody has, it may tell of one that is there.
  expect(await look(await limited('3600'))).toEqual([1])
})

it('that falls silent, or hangs up, is told of in a sentence', async () => {
  const silent = await served(() => {}, {}, 5)
  await expect(look(silent)).rejects.toMatchObject({
    code: 'dvc.unreachable',
    message: expect.stringMatching(/^Expected to reach the DVC remote web \(\S+\) but found nothing for \d+ seconds?$/),
  })
  const hanging = await served(request => void request.socket.destroy())
  await expect(look(hanging)).rejects.toMatchObject({ code: 'dvc.unreachable', kind: 'environment' })
})
