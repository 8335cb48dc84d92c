import { expect, it } from 'vitest'
import { githubForge } from '../../src/github/github-forge.ts'
import type { CheckRun } from '../../src/ports.ts'
import type { GitHub } from '../harness/github.ts'
import { aGitHub, forgeFor, times } from './a-github.ts'

const run = (change: Partial<CheckRun> = {}): CheckRun => ({
  name: 'Proofmark / data-validate',
  conclusion: 'failure',
  title: '3 of 12 checks failed',
  summary: '# Data\n\nIt does not meet its contract',
  text: 'Every check',
  annotations: [],
  ...change,
})

const annotations = (count: number): CheckRun['annotations'] =>
  Array.from({ length: count }, (_, index) => ({
    path: 'data/train.csv',
    line: index + 2,
    level: 'failure',
    title: 'amount.range',
    message: `Expected amount to be at least 0 but found -${index}`,
  }))

interface RunJson {
  id: number
  name: string
  head_sha: string
  status: string
  conclusion: string
  html_url: string
  output: { title: string; summary: string; text: string; annotations_count: number }
}

const runsOn = async (github: GitHub, sha: string) =>
  (await github.read<{ check_runs: RunJson[] }>(`/commits/${sha}/check-runs?filter=all`)).check_runs

it('creates a completed check run on the head commit, not on the merge commit that was checked out', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()

  const address = await forgeFor(github, pullRequest).createCheckRun(run())

  const [created, ...more] = await runsOn(github, pullRequest.head)
  expect(more).toEqual([])
  expect(created).toMatchObject({
    name: 'Proofmark / data-validate',
    head_sha: pullRequest.head,
    status: 'completed',
    conclusion: 'failure',
    html_url: address,
    output: { title: '3 of 12 checks failed', summary: '# Data\n\nIt does not meet its contract', text: 'Every check' },
  })
})

it('sends 120 annotations in batches of 50, 50 and 20, and all of them arrive in order', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()

  await forgeFor(github, pullRequest).createCheckRun(run({ annotations: annotations(120) }))

  expect(github.requests.map(({ operation }) => operation)).toEqual(['checks/create', 'checks/update', 'checks/update'])
  const [created] = await runsOn(github, pullRequest.head)
  const found = github.annotations(created?.id ?? 0)
  expect(found).toHaveLength(120)
  expect(found[0]).toEqual({
    path: 'data/train.csv',
    start_line: 2,
    end_line: 2,
    annotation_level: 'failure',
    title: 'amount.range',
    message: 'Expected amount to be at least 0 but found -0',
  })
  expect(found[119]).toMatchObject({ start_line: 121 })
  expect(created?.output).toMatchObject({ title: '3 of 12 checks failed', text: 'Every check' })
})

it('says so when GitHub finds the report too large', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()

  await expect(
    forgeFor(github, pullRequest).createCheckRun(run({ summary: 'x'.repeat(65_536) })),
  ).rejects.toMatchObject({
    code: 'github.rejected',
    kind: 'environment',
    message: expect.stringMatching(/^Expected GitHub to create a check run but it answered 422 .*65535 characters/),
    hint: expect.stringContaining('larger than GitHub takes'),
  })
  expect(github.violations.splice(0)).toHaveLength(1)
})

it('says so when the commit is not in the repository', async () => {
  const github = await aGitHub()
  const head = 'f'.repeat(40)

  await expect(forgeFor(github, { head, base: github.main, number: 1 }).createCheckRun(run())).rejects.toMatchObject({
    code: 'github.rejected',
    message: `Expected GitHub to create a check run but it answered 422 (No commit found for SHA: ${head})`,
    hint: expect.stringContaining('Check that the commit is in this repository'),
  })
})

it('lists the newest of our check runs of each name, from all pages', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  const forge = forgeFor(github, pullRequest)
  const names = Array.from({ length: 101 }, (_, index) => `Proofmark / gate ${index}`)
  for (const name of names) await forge.createCheckRun(run({ name }))
  await forge.createCheckRun(run({ name: 'Proofmark / gate 0', conclusion: 'success', title: 'All passed' }))

  const standing = await forge.standingCheckRuns()

  expect(standing.map(({ name }) => name).sort()).toEqual([...names].sort())
  expect(standing.find(({ name }) => name === 'Proofmark / gate 0')).toMatchObject({
    conclusion: 'success',
    title: 'All passed',
    summary: '# Data\n\nIt does not meet its contract',
    url: expect.stringMatching(/\/checks\/102$/),
  })
  expect(times(github, 'checks/list-for-ref')).toBe(2)
})

it('takes the newest of a name from several check suites, each of which has a latest of its own', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  const another = { token: github.issueToken({ checks: 'write' }) }
  await forgeFor(github, pullRequest, another).createCheckRun(run({ title: 'oldest' }))
  await forgeFor(github, pullRequest).createCheckRun(run({ title: 'older' }))
  await forgeFor(github, pullRequest, another).createCheckRun(run({ title: 'newest' }))

  expect(await forgeFor(github, pullRequest).standingCheckRuns()).toMatchObject([{ title: 'newest' }])
})

it("does not take others' check runs for ours", async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  const forge = forgeFor(github, pullRequest)
  const otherApp = forgeFor(github, pullRequest, { token: github.issueToken({ checks: 'write' }, 'other-ci') })
  await otherApp.createCheckRun(run({ name: 'Proofmark / model-certify', conclusion: 'success' }))
  await forge.createCheckRun(run({ name: 'Unit tests' }))
  await forge.createCheckRun(run({ name: 'Proofmark / model-certify', conclusion: 'failure' }))
  await otherApp.createCheckRun(run({ name: 'Proofmark / model-certify', conclusion: 'success' }))

  expect(await forge.standingCheckRuns()).toMatchObject([{ name: 'Proofmark / model-certify', conclusion: 'failure' }])
})

it("finds out its own app by the check run it creates, so that an app's own token works without being told", async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  const token = github.issueToken({ checks: 'write', 'pull-requests': 'write' }, 'other-ci')
  const forge = forgeFor(github, pullRequest, { token })

  await forge.createCheckRun(run())
  const id = await forge.createComment('<!-- proofmark --> hello')

  expect(await forge.standingCheckRuns()).toHaveLength(1)
  expect(await forge.findComment('<!-- proofmark -->')).toEqual({ id, body: '<!-- proofmark --> hello' })
  expect(await forgeFor(github, pullRequest).findComment('<!-- proofmark -->')).toBeUndefined()
})

it('works on a push, where there is no pull request', async () => {
  const github = await aGitHub()
  const { token, url, repository, main } = github
  const forge = githubForge({ token, apiUrl: `${url}/`, repository, head: main })

  await forge.createCheckRun(run())

  expect(await runsOn(github, main)).toHaveLength(1)
  expect(await forge.currentHead()).toBe(main)
  expect(await forge.findComment('<!-- proofmark -->')).toBeUndefined()
  await expect(forge.createComment('hello')).rejects.toMatchObject({ code: 'github.no-pull-request' })
})
