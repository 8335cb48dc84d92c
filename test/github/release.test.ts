import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { githubForge } from '../../src/github/github-forge.ts'
import type { GitHub } from '../harness/github.ts'
import { aGitHub, times } from './a-github.ts'

const certificate = { name: 'certificate.json', content: Buffer.from('{"verdict":"passed"}') }
const evidence = { name: 'data-validate.evidence.json', content: Buffer.from('{"gate":"data-validate"}') }

const forge = ({ token, url, repository, main }: GitHub) =>
  githubForge({ token, apiUrl: url, repository, head: main, second: 1 })

interface ReleaseJson {
  id: number
  tag_name: string
  draft: boolean
  target_commitish: string
  body: string
  html_url: string
  assets: { name: string; size: number }[]
}

const releases = (github: GitHub) => github.read<ReleaseJson[]>('/releases')

it('drafts, uploads every asset to the address the release names, and only then publishes', async () => {
  const github = await aGitHub()

  const address = await forge(github).release('credit-1.0', 'Certified', [certificate, evidence])

  const [release, ...more] = await releases(github)
  expect(more).toEqual([])
  expect(release).toMatchObject({
    tag_name: 'credit-1.0',
    draft: false,
    target_commitish: github.main,
    body: 'Certified',
    html_url: address,
    assets: [
      { name: 'certificate.json', size: certificate.content.byteLength },
      { name: 'data-validate.evidence.json', size: evidence.content.byteLength },
    ],
  })
  expect(await github.read('/git/ref/tags/credit-1.0')).toMatchObject({ object: { sha: github.main } })
  const writes = github.requests.filter(({ path }) => !path.includes('/git/')).map(({ operation }) => operation)
  expect(writes).toEqual([
    'repos/list-releases',
    'repos/create-release',
    'repos/upload-release-asset',
    'repos/upload-release-asset',
    'repos/update-release',
  ])
  expect(github.requests.filter(({ operation }) => operation === 'repos/upload-release-asset')).toMatchObject([
    { path: expect.stringMatching(/^\/uploads\//), query: { name: 'certificate.json' } },
    { path: expect.stringMatching(/^\/uploads\//), query: { name: 'data-validate.evidence.json' } },
  ])
})

it('removes the stump that a failed upload leaves, and uploads again', async () => {
  const github = await aGitHub()
  github.faults.push({ operation: 'repos/upload-release-asset', status: 502 })

  await forge(github).release('credit-1.0', '', [certificate])

  expect(times(github, 'repos/delete-release-asset')).toBe(1)
  expect(times(github, 'repos/upload-release-asset')).toBe(2)
  const [release] = await releases(github)
  expect(release).toMatchObject({ draft: false, assets: [{ size: certificate.content.byteLength }] })
})

it('does not upload again what had arrived, though the answer was lost', async () => {
  const github = await aGitHub()
  github.faults.push({ operation: 'repos/upload-release-asset', dropResponse: true })

  await forge(github).release('credit-1.0', '', [certificate, evidence])

  expect(times(github, 'repos/upload-release-asset')).toBe(2)
  expect((await releases(github))[0]?.assets).toHaveLength(2)
})

it('makes one draft, though the answer to its creation was lost', async () => {
  const github = await aGitHub()
  github.faults.push({ operation: 'repos/create-release', dropResponse: true })

  await forge(github).release('credit-1.0', '', [certificate])

  expect(times(github, 'repos/create-release')).toBe(1)
  expect(await releases(github)).toHaveLength(1)
})

it('takes the draft back when an asset cannot be uploaded', async () => {
  const github = await aGitHub()
  github.faults.push({ operation: 'repos/upload-release-asset', status: 502, times: 3 })

  await expect(forge(github).release('credit-1.0', '', [certificate])).rejects.toMatchObject({
    code: 'github.no-answer',
    message: expect.stringContaining('to publish the release but it did not answer, several times: 502 Server Error'),
  })
  expect(await releases(github)).toEqual([])
})

it('leaves a release standing whose publication was answered by nothing', async () => {
  const github = await aGitHub()
  github.faults.push({ operation: 'repos/update-release', dropResponse: true, times: 4 })

  await expect(forge(github).release('credit-1.0', '', [certificate])).rejects.toMatchObject({
    code: 'github.no-answer',
  })
  expect(await releases(github)).toMatchObject([{ draft: false }])
})

it.each([
  ['release', async (github: GitHub) => void (await forge(github).release('credit-1.0', '', [certificate]))],
  ['draft', (github: GitHub) => seedDraft(github)],
  ['tag', (github: GitHub) => seedTag(github)],
])('refuses a tag that a %s has already', async (what, seed) => {
  const github = await aGitHub()
  await seed(github)
  const before = await releases(github)

  await expect(forge(github).release('credit-1.0', 'Again', [evidence])).rejects.toMatchObject({
    code: 'github.release-exists',
    message: `Expected no release 'credit-1.0' but found a ${what} of that name`,
    hint: 'Give the release another tag, or delete the one that stands',
  })
  expect(await releases(github)).toEqual(before)
})

it('uploads bytes, not text', async () => {
  const github = await aGitHub()
  const content = Uint8Array.from({ length: 256 }, (_, index) => index)

  await forge(github).release('credit-1.0', '', [{ name: 'every-byte', content }])

  const sha256 = createHash('sha256').update(content).digest('hex')
  const { token, url, repository } = github
  const [release] = await releases(github)
  const answer = await fetch(`${url}/repos/${repository}/releases/${release?.id}/assets`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(await answer.json()).toMatchObject([{ digest: `sha256:${sha256}`, size: 256, state: 'uploaded' }])
})

const post = async ({ token, url, repository }: GitHub, path: string, body: object) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const answer = await fetch(`${url}/repos/${repository}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(201)
}

const seedDraft = (github: GitHub) => post(github, '/releases', { tag_name: 'credit-1.0', draft: true })

const seedTag = (github: GitHub) => github.tag('credit-1.0', github.main)
