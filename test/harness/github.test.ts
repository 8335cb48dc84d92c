import { expect, it } from 'vitest'
import { operations } from './github/contract.ts'
import type { GitHub } from './github.ts'
import { aGitHub } from './stand-ins.ts'

async function call({ url, repository, token }: GitHub, method: string, path: string, body?: object, as = token) {
  const answer = await fetch(`${url}/repos/${repository}${path}`, {
    method,
    headers: { authorization: `token ${as}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, headers: answer.headers, body: JSON.parse((await answer.text()) || 'null') }
}

const annotation = { path: 'a.csv', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'm' }
const run = (github: GitHub, output: object = {}) => ({
  name: 'Gate',
  head_sha: github.main,
  status: 'completed',
  conclusion: 'success',
  output: { title: 't', summary: 's', ...output },
})

it('knows every operation on every edition: what we ask of github.com we may ask of an Enterprise Server', () => {
  const editions = ['api.github.com', 'ghec', 'ghes-3.17', 'ghes-3.18', 'ghes-3.19']

  expect(operations.length).toBeGreaterThan(20)
  for (const operation of operations) expect([operation.id, operation.editions]).toEqual([operation.id, editions])
})

it('turns away an unknown token', async () => {
  const github = await aGitHub()

  expect(await call(github, 'GET', '/pulls', undefined, 'ghs_other')).toMatchObject({
    status: 401,
    body: { message: 'Bad credentials' },
  })
})

it('forbids what the token has no permission for, and says which in the header', async () => {
  const github = await aGitHub({ permissions: { contents: 'write', checks: 'read' } })

  const refused = await call(github, 'POST', '/check-runs', run(github))
  expect(refused).toMatchObject({ status: 403, body: { message: 'Resource not accessible by integration' } })
  expect(refused.headers.get('x-accepted-github-permissions')).toBe('checks=write')
  expect((await call(github, 'GET', `/commits/${github.main}/check-runs`)).status).toBe(200)
})

it('lets anyone with a token read a public repository, and nobody write', async () => {
  const github = await aGitHub({ permissions: {}, isPublic: true })

  expect((await call(github, 'GET', '/pulls')).status).toBe(200)
  expect((await call(github, 'POST', '/check-runs', run(github))).status).toBe(403)
})

it.each([
  ['51 annotations', { annotations: Array.from({ length: 51 }, () => annotation) }],
  ['a summary of 65,536 characters', { summary: 'x'.repeat(65_536) }],
  ['a text of 65,536 characters', { text: 'x'.repeat(65_536) }],
  ['an annotation without a line', { annotations: [{ ...annotation, start_line: undefined }] }],
])('refuses %s as GitHub describes it', async (_, output) => {
  const github = await aGitHub()

  expect((await call(github, 'POST', '/check-runs', run(github, output))).status).toBe(422)
  expect(github.violations).toHaveLength(1)
})

it('takes 50 annotations and 65,535 characters', async () => {
  const github = await aGitHub()
  const annotations = Array.from({ length: 50 }, () => annotation)

  expect(
    (await call(github, 'POST', '/check-runs', run(github, { annotations, text: 'x'.repeat(65_535) }))).status,
  ).toBe(201)
  expect([...github.violations, ...github.drift]).toEqual([])
})

it('appends the annotations of an update', async () => {
  const github = await aGitHub()
  const { body: created } = await call(github, 'POST', '/check-runs', run(github, { annotations: [annotation] }))
  const more = { output: { title: 't', summary: 's', annotations: [{ ...annotation, message: 'second' }] } }

  const { body: updated } = await call(github, 'PATCH', `/check-runs/${created.id}`, more)

  expect(updated.output.annotations_count).toBe(2)
  const { body: listed } = await call(github, 'GET', `/check-runs/${created.id}/annotations`)
  expect(listed.map(({ message }: { message: string }) => message)).toEqual(['m', 'second'])
  expect(github.drift).toEqual([])
})

it('refuses a check run on a commit it does not have', async () => {
  const github = await aGitHub()

  expect(await call(github, 'POST', '/check-runs', { ...run(github), head_sha: '1'.repeat(40) })).toMatchObject({
    status: 422,
    body: { message: `No commit found for SHA: ${'1'.repeat(40)}` },
  })
})

it('has comments by the bot of the token, and by others', async () => {
  const github = await aGitHub()
  const { number } = await github.openPullRequest()
  await github.comment(number, 'me too', { by: 'mallory' })
  await call(github, 'POST', `/issues/${number}/comments`, { body: 'hello' })

  const { body } = await call(github, 'GET', `/issues/${number}/comments`)
  expect(body).toMatchObject([
    { body: 'me too', user: { login: 'mallory', type: 'User' } },
    { body: 'hello', user: { login: 'github-actions[bot]', type: 'Bot' } },
  ])
  expect(github.drift).toEqual([])
})

it('refuses a comment of more than 65,536 characters', async () => {
  const github = await aGitHub()
  const { number } = await github.openPullRequest()
  const comment = (length: number) => call(github, 'POST', `/issues/${number}/comments`, { body: 'x'.repeat(length) })

  expect((await comment(65_536)).status).toBe(201)
  expect((await comment(65_537)).status).toBe(422)
})

it('has a fork’s pull request, its commit known in the repository too', async () => {
  const github = await aGitHub({ files: { 'data/a.csv': 'x\n1\n' } })
  const pullRequest = await github.openPullRequest({ fork: 'mallory', branch: 'evil' })

  const { body } = await call(github, 'GET', '/pulls?head=mallory:evil&state=open')
  expect(body).toMatchObject([
    { number: pullRequest.number, head: { sha: pullRequest.head, repo: { full_name: 'mallory/credit-model' } } },
  ])
  expect((await call(github, 'POST', '/check-runs', { ...run(github), head_sha: pullRequest.head })).status).toBe(201)
  expect(github.drift).toEqual([])
})

it('takes an upload at its own address only, and no second asset of a name', async () => {
  const github = await aGitHub()
  const { body: release } = await call(github, 'POST', '/releases', { tag_name: 'v1', draft: true })
  const upload = (address: string) =>
    fetch(`${address}?name=a.json`, { method: 'POST', headers: { authorization: `token ${github.token}` }, body: '{}' })
  const address = release.upload_url.replace(/\{.*/, '')

  expect((await upload(address.replace('/uploads', ''))).status).toBe(404)
  expect((await upload(address)).status).toBe(201)
  expect((await upload(address)).status).toBe(422)
})

it.each([
  [{ status: 429, retryAfter: 7 }, 429, '7'],
  [{ status: 502 }, 502, null],
])('fails on demand, once: %j', async (fault, status, retryAfter) => {
  const github = await aGitHub()
  github.faults.push({ operation: 'pulls/list', ...fault })

  const failed = await call(github, 'GET', '/pulls')
  expect([failed.status, failed.headers.get('retry-after')]).toEqual([status, retryAfter])
  expect((await call(github, 'GET', '/pulls')).status).toBe(200)
})

it('carries a request out whose answer it drops', async () => {
  const github = await aGitHub()
  const { number } = await github.openPullRequest()
  github.faults.push({ operation: 'issues/create-comment', dropResponse: true })

  await expect(call(github, 'POST', `/issues/${number}/comments`, { body: 'hello' })).rejects.toThrow('fetch failed')
  expect(await github.comments(number)).toMatchObject([{ body: 'hello' }])
})

it('holds a request that GitHub does not describe against the test', async () => {
  const github = await aGitHub()

  expect((await call(github, 'GET', '/pulls?sortby=age')).status).toBe(422)
  expect((await call(github, 'GET', '/stargazers')).status).toBe(404)
  expect(github.violations).toEqual([
    "pulls/list: Query parameter 'sortby' is not one of pulls/list's",
    `Not in the OpenAPI slice: GET /repos/${github.repository}/stargazers`,
  ])
})
