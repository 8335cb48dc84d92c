import { expect, it } from 'vitest'
import { completeContext, readContext } from '../../src/github/context.ts'
import { refusePullRequestTarget } from '../../src/github/refuse-pull-request-target.ts'
import {
  type Event,
  mergeGroup,
  pullRequestEvent,
  pullRequestReview,
  push,
  workflowDispatch,
  workflowRun,
} from '../harness/events.ts'
import { aGitHub } from './a-github.ts'

const variables = (event: Event) => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'acme/credit-model',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_RUN_ID: '77',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_SHA: event.sha,
  GITHUB_REF: event.ref,
  GITHUB_EVENT_NAME: event.name,
  GITHUB_EVENT_PATH: '/event.json',
})

const contextOf = (event: Event) =>
  readContext(variables(event), async path => {
    expect(path).toBe('/event.json')
    return JSON.stringify(event.payload)
  })

const run = { repository: 'acme/credit-model', url: 'https://github.com/acme/credit-model/actions/runs/77' }

it('is empty outside GitHub Actions', async () => {
  expect(await readContext({ PATH: '/bin' }, () => Promise.reject(new Error('nothing to read')))).toEqual({})
})

it('answers a push', async () => {
  const github = await aGitHub()

  expect(await contextOf(push(github))).toEqual({ ...run, commit: github.main, ref: 'refs/heads/main' })
})

it('answers a dispatch', async () => {
  const github = await aGitHub()

  expect(await contextOf(workflowDispatch(github))).toMatchObject({ commit: github.main, ref: 'refs/heads/main' })
})

it('answers a pull request: the merge commit was checked out, the head is what results are for', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  const event = pullRequestEvent(github, pullRequest)

  expect(await contextOf(event)).toEqual({
    ...run,
    commit: event.sha,
    ref: `refs/pull/${pullRequest.number}/merge`,
    base: github.main,
    pullRequest: { number: pullRequest.number, head: pullRequest.head, base: github.main, fork: false },
  })
})

it('knows a pull request from a fork, and from a fork that is gone', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest({ fork: 'mallory' })
  const event = pullRequestEvent(github, pullRequest)
  const gone = JSON.parse(JSON.stringify(event))
  gone.payload.pull_request.head.repo = null

  expect(await contextOf(event)).toMatchObject({ pullRequest: { fork: true, head: pullRequest.head } })
  expect(await contextOf(gone)).toMatchObject({ pullRequest: { fork: true } })
})

it('answers a merge group, which has no pull request but a base', async () => {
  const github = await aGitHub()
  const head = await github.commit({ 'a.csv': '1' })

  expect(await contextOf(mergeGroup(github, head))).toMatchObject({ commit: head, base: github.main })
  expect(await contextOf(mergeGroup(github, head))).not.toHaveProperty('pullRequest')
})

it('answers the commit that a finished run was about, not the default branch', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()

  expect(await contextOf(workflowRun(github, pullRequest))).toEqual({
    ...run,
    answers: 'https://github.com/acme/credit-model/actions/runs/1',
    commit: pullRequest.head,
    base: github.main,
    pullRequest: { number: pullRequest.number, head: pullRequest.head, base: github.main, fork: false },
  })
})

it("finds a fork's pull request through the API, by the commit the event names", async () => {
  const github = await aGitHub({ permissions: { 'pull-requests': 'read' } })
  const { token, url: apiUrl, repository } = github
  await github.openPullRequest({ branch: 'patch', files: { 'x.csv': '1' } })
  const pullRequest = await github.openPullRequest({ fork: 'mallory', branch: 'patch' })

  const context = await contextOf(workflowRun(github, pullRequest))
  expect(context).not.toHaveProperty('pullRequest')
  expect(context.origin).toEqual({ owner: 'mallory', branch: 'patch' })

  expect(await completeContext(context, { token, apiUrl, repository })).toMatchObject({
    commit: pullRequest.head,
    base: github.main,
    pullRequest: { number: pullRequest.number, head: pullRequest.head, base: github.main, fork: true },
  })
})

it('finds none where the pull request has moved on since', async () => {
  const github = await aGitHub()
  const { token, url: apiUrl, repository } = github
  const pullRequest = await github.openPullRequest({ fork: 'mallory', branch: 'patch' })
  const older = await github.commit({ 'old.csv': '1' })

  const context = await contextOf(workflowRun(github, { ...pullRequest, head: older }))

  expect(await completeContext(context, { token, apiUrl, repository })).toEqual(context)
})

it('asks nothing where the event has said all', async () => {
  const github = await aGitHub()
  const { token, url: apiUrl, repository } = github
  const context = await contextOf(push(github))

  expect(await completeContext(context, { token, apiUrl, repository })).toBe(context)
  expect(github.requests).toEqual([])
})

it('names the attempt in the address of a run that was repeated', async () => {
  const github = await aGitHub()
  const event = push(github)

  expect(await readContext({ ...variables(event), GITHUB_RUN_ATTEMPT: '2' }, async () => '{}')).toMatchObject({
    url: 'https://github.com/acme/credit-model/actions/runs/77/attempts/2',
  })
})

it.each([
  ['no JSON', async () => 'oops'],
  ['no pull request', async () => '{"action":"opened"}'],
  ['a head that is no commit', async () => '{"pull_request":{"number":1,"head":{"sha":"../.."}}}'],
  ['no file', () => Promise.reject(new Error('ENOENT'))],
])('refuses a payload with %s', async (_, readFile) => {
  const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: '/event.json' }

  await expect(readContext(env, readFile)).rejects.toMatchObject({
    code: 'github.event',
    kind: 'environment',
    message: 'Expected the payload of pull_request in /event.json but found none',
  })
})

it('refuses pull_request_target by name, and no other event', () => {
  expect(() => refusePullRequestTarget('pull_request_target')).toThrow(
    expect.objectContaining({
      code: 'github.pull-request-target',
      message: "Expected an event that is safe with untrusted pull requests but found 'pull_request_target'",
      hint: 'Run on `pull_request`, and publish the results of forks from a second workflow on `workflow_run`',
    }),
  )
  for (const event of [undefined, 'pull_request', 'push', 'workflow_run', 'merge_group']) {
    expect(() => refusePullRequestTarget(event)).not.toThrow()
  }
})

it('answers a review: its commit is the head as it is now, and the reviewer has not asked for the run', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  const event = pullRequestReview(github, pullRequest, 'reviewer')
  const read = (more: object) =>
    readContext({ ...variables(event), GITHUB_ACTOR: 'reviewer', GITHUB_ACTOR_ID: '5', ...more }, async () =>
      JSON.stringify(event.payload),
    )

  const context = await read({ GITHUB_TRIGGERING_ACTOR: 'reviewer' })
  expect(context.pullRequest).toEqual({
    number: pullRequest.number,
    head: pullRequest.head,
    base: github.main,
    fork: false,
  })
  expect(context.triggers).toBeUndefined()
  expect((await read({ GITHUB_TRIGGERING_ACTOR: 'mallory' })).triggers).toEqual([{ login: 'mallory' }])
})

it('knows who started the run, and who started it again', async () => {
  const github = await aGitHub()
  const started = { GITHUB_ACTOR: 'alice', GITHUB_ACTOR_ID: '1', GITHUB_TRIGGERING_ACTOR: 'bob' }
  const read = (more: object) =>
    readContext({ ...variables(push(github)), ...more }, () => Promise.reject(new Error('nothing to read')))

  expect((await read(started)).triggers).toEqual([{ login: 'alice', id: '1' }, { login: 'bob' }])
  expect((await read({ ...started, GITHUB_TRIGGERING_ACTOR: 'alice' })).triggers).toEqual([{ login: 'alice', id: '1' }])
})
