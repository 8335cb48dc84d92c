import { afterEach, expect, it } from 'vitest'
import { githubForge } from '../../src/github/github-forge.ts'
import { type Answer, listen } from '../signing/harness/listen.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** GitHub's description of our operations has no attestations, so this server answers for it. */
async function store(answer: Answer) {
  const asked: { path: string; body: unknown }[] = []
  const server = await listen((path, body) => {
    asked.push({ path, body: JSON.parse(body.toString()) })
    return answer
  })
  stops.push(server.stop)
  const forge = githubForge({ token: 't', apiUrl: server.url, repository: 'acme/model', head: 'c0ffee', second: 1 })
  return { forge, asked }
}

it('puts a bundle in the store of the repository', async () => {
  const { forge, asked } = await store({ status: 201, body: '{"id":17}' })
  expect(await forge.attest('{"mediaType":"x"}')).toBe(17)
  expect(asked).toEqual([{ path: '/repos/acme/model/attestations', body: { bundle: { mediaType: 'x' } } }])
})

it.each([
  [404, 'Not Found'],
  [403, 'Resource not accessible by integration'],
])('says by which plan there is one, where GitHub answers %i', async (status, message) => {
  const { forge } = await store({ status, body: JSON.stringify({ message }) })
  await expect(forge.attest('{}')).rejects.toMatchObject({
    code: 'github.attestations',
    kind: 'environment',
    message: `Expected GitHub's attestation store for the certificate but GitHub answered ${status} (${message})`,
    hint: expect.stringContaining('Private and internal repositories have it with Enterprise Cloud'),
  })
})

it('leaves other refusals as they are', async () => {
  const { forge } = await store({ status: 422, body: '{"message":"bundle is invalid"}' })
  await expect(forge.attest('{}')).rejects.toMatchObject({
    code: 'github.rejected',
    message:
      "Expected GitHub to put the certificate in GitHub's attestation store but it answered 422 (bundle is invalid)",
  })
})
