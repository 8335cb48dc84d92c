import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { githubForge } from '../../src/github/github-forge.ts'
import { freePort } from '../harness/runner/free-port.ts'
import { aGitHub, forgeFor, times } from './a-github.ts'

const run = { name: 'Proofmark / gate', conclusion: 'success', title: 't', summary: 's', annotations: [] } as const
const annotations = Array.from({ length: 120 }, (_, line) => ({
  path: 'a.csv',
  line: line + 1,
  level: 'notice' as const,
  title: 't',
  message: 'm',
}))

it.each([429, 403])('waits as long as GitHub asks after %i, and sends again', async status => {
  const github = await aGitHub()
  github.faults.push({ operation: 'checks/create', status, retryAfter: 60 })
  const started = performance.now()

  await forgeFor(github, await github.openPullRequest(), { second: 5 }).createCheckRun(run)

  expect(performance.now() - started).toBeGreaterThan(60 * 5)
  expect(times(github, 'checks/create')).toBe(2)
})

it('sends again at once after retry-after: 0', async () => {
  const github = await aGitHub()
  github.faults.push({ operation: 'issues/create-comment', status: 429, retryAfter: 0, times: 2 })
  // With real seconds, as a built action has them.
  const pullRequest = await github.openPullRequest()
  const { token, url, repository } = github
  await githubForge({
    token,
    apiUrl: url,
    repository,
    head: pullRequest.head,
    pullRequest: pullRequest.number,
  }).createComment('hello')

  expect(times(github, 'issues/create-comment')).toBe(3)
})

it('does not keep a runner waiting for a rate limit that resets in half an hour, and says when it does', async () => {
  const github = await aGitHub()
  const reset = Math.ceil(Date.now() / 1000) + 1800
  github.faults.push({ operation: 'checks/create', status: 403, rateLimitReset: reset })

  await expect(forgeFor(github, await github.openPullRequest()).createCheckRun(run)).rejects.toMatchObject({
    code: 'github.rate-limit',
    kind: 'environment',
    message: expect.stringMatching(
      /^Expected to create a check run but the rate limit of this token is used up until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/,
    ),
    hint: 'Run the job again after that time',
  })
  expect(times(github, 'checks/create')).toBe(1)
})

it('reads again after an answer is lost, torn or a 5xx', async () => {
  const github = await aGitHub()
  const forge = forgeFor(github, await github.openPullRequest())
  const id = await forge.createComment('<!-- m -->')
  github.faults.push(
    { operation: 'issues/list-comments', dropResponse: true },
    { operation: 'issues/list-comments', status: 503 },
    { operation: 'issues/list-comments', tearResponse: true },
  )

  expect(await forge.findComment('<!-- m -->')).toEqual({ id, body: '<!-- m -->' })
  expect(times(github, 'issues/list-comments')).toBe(4)
})

it.each([
  ['was carried out', { dropResponse: true }, 1],
  ['was carried out, the answer torn', { tearResponse: true }, 1],
  ['was not carried out', { status: 502 }, 2],
] as const)('creates one comment when the answer is lost and it %s', async (_, fault, sent) => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  github.faults.push({ operation: 'issues/create-comment', ...fault })

  const id = await forgeFor(github, pullRequest).createComment('hello')

  expect(await github.comments(pullRequest.number)).toEqual([{ id, body: 'hello', author: 'github-actions[bot]' }])
  expect(times(github, 'issues/create-comment')).toBe(sent)
})

it('creates one check run with every annotation once, though answers are lost', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  github.faults.push(
    { operation: 'checks/create', dropResponse: true },
    { operation: 'checks/update', dropResponse: true },
    { operation: 'checks/update', status: 502 },
  )

  const address = await forgeFor(github, pullRequest).createCheckRun({ ...run, annotations })

  const { check_runs: runs } = await github.read<{ check_runs: { id: number; html_url: string }[] }>(
    `/commits/${pullRequest.head}/check-runs?filter=all`,
  )
  expect(runs).toHaveLength(1)
  expect(runs[0]?.html_url).toBe(address)
  expect(github.annotations(runs[0]?.id ?? 0)).toHaveLength(120)
})

it('gives up after several tries, and says so', async () => {
  const github = await aGitHub()
  github.faults.push({ operation: 'pulls/get', status: 503, times: 4 })

  await expect(forgeFor(github, await github.openPullRequest()).currentHead()).rejects.toMatchObject({
    code: 'github.no-answer',
    message: expect.stringMatching(
      /^Expected 127\.0\.0\.1:\d+ to read the pull request but it did not answer, several times: 503 Something went wrong$/,
    ),
    hint: expect.stringContaining('githubstatus.com'),
  })
})

it('does not wait for a server that asks for an hour', async () => {
  const github = await aGitHub()
  github.faults.push({ operation: 'pulls/get', status: 503, retryAfter: 3600 })

  await expect(forgeFor(github, await github.openPullRequest()).currentHead()).rejects.toMatchObject({
    code: 'github.no-answer',
  })
  expect(times(github, 'pulls/get')).toBe(1)
})

it('names the host that cannot be reached, at once', async () => {
  const apiUrl = await addressOfNothing()
  // Seconds of a minute each: whoever paused would be too late.
  const forge = githubForge({ token: 't', apiUrl, repository: 'acme/model', head: 'a'.repeat(40), second: 60_000 })

  await expect(forge.createCheckRun(run)).rejects.toMatchObject({
    code: 'github.unreachable',
    kind: 'environment',
    message: expect.stringMatching(
      /^Expected to reach 127\.0\.0\.1:\d+ to create a check run but found no connection: .*ECONNREFUSED/,
    ),
    hint: expect.stringContaining('`publish: false`'),
  })
})

it('never shows the token, however closely one looks at the error', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  const token = 'ghs_averysecrettoken'
  const errors = [
    await forgeFor(github, pullRequest, { token }).createCheckRun(run).catch(String),
    await forgeFor(github, pullRequest, { token })
      .createCheckRun(run)
      .catch(error => inspect(error, { depth: 20, showHidden: true })),
    await forgeFor(github, pullRequest, { token, apiUrl: await addressOfNothing() })
      .createCheckRun(run)
      .catch(error => inspect(error, { depth: 20, showHidden: true })),
  ]

  expect(errors[1]).toContain('401')
  expect(errors[2]).toContain('ECONNREFUSED')
  expect(errors.join()).not.toContain(token)
})

it('refuses a repository and an address that are none', () => {
  expect(() => githubForge({ token: 't', apiUrl: 'https://api.github.com', repository: 'model', head: '' })).toThrow(
    "Expected a repository as 'owner/name' but found 'model'",
  )
  expect(() => githubForge({ token: 't', apiUrl: 'github', repository: 'acme/model', head: '' })).toThrow(
    "Expected the address of GitHub's API but found 'github'",
  )
})

const addressOfNothing = async () => `http://127.0.0.1:${await freePort()}`
