import { createServer, type RequestListener } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { httpRemote } from '../../src/dvc/remotes/http-remote.ts'

/** A remote behind a server that answers so. */
async function served(listener: RequestListener, settings: Record<string, string> = {}) {
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const bound = server.address()
  const url = typeof bound === 'object' && bound !== null ? `http://127.0.0.1:${bound.port}/store` : ''
  return httpRemote({ name: 'web', url, settings: new Map(Object.entries(settings)), versions: false }, { second: 5 })
}
const look = (remote: Awaited<ReturnType<typeof served>>) => remote.sizes([{ key: 'files/md5/ab/cd' }], () => {})

it('tries again where a server is busy, and says what is there', async () => {
  let times = 0
  const remote = await served((request, response) => {
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
      void response.writeHead(request.headers['x-token'] === 't' ? 200 : 403, { 'content-length': 1 }).end(),
    { auth: 'custom', custom_auth_header: 'X-Token', password: 't' },
  )
  expect(await look(remote)).toEqual([1])
})

it('says that nobody answers', async () => {
  const remote = httpRemote(
    { name: 'web', url: 'http://127.0.0.1:1', settings: new Map(), versions: false },
    { second: 2 },
  )
  await expect(look(remote)).rejects.toMatchObject({ code: 'dvc.unreachable', kind: 'environment' })
})
