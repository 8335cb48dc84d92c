import { expect, it } from 'vitest'
import { mergeGroup, pullRequestEvent, workflowRun } from './events.ts'
import { artifactStore } from './run-workflow.ts'
import { aGitHub, runStandIns as run } from './stand-ins.ts'

const FORK_PAIR = {
  certify: `
name: Certify
on: [pull_request, merge_group]
permissions: { contents: read }
jobs:
  certify:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: acme/proofmark/actions/certify@v1
        with: { data: data.csv }
      - if: always()
        uses: actions/upload-artifact@v6
        with: { name: proofmark, path: .proofmark, include-hidden-files: true, if-no-files-found: error }
`,
  report: `
name: Report
on: { workflow_run: { workflows: [Certify], types: [completed] } }
permissions: { actions: read, checks: write }
jobs:
  report:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/download-artifact@v7
        with:
          name: proofmark
          path: \${{ runner.temp }}/proofmark
          run-id: \${{ github.event.workflow_run.id }}
          github-token: \${{ github.token }}
      - { id: report, uses: acme/proofmark/actions/report@v1, with: { evidence: '\${{ runner.temp }}/proofmark' } }
`,
}

it('runs the pair for forks: certify without a right, its artifact, then report with the rights of the default branch', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest({ fork: 'mallory', files: { 'data.csv': 'bad' } })
  const artifacts = artifactStore()

  const certified = await run(FORK_PAIR.certify, {
    github,
    event: pullRequestEvent(github, pullRequest),
    checkout: { 'data.csv': 'bad' },
    artifacts,
    runId: 41,
  })
  expect(certified.conclusion).toBe('failure')
  expect(github.requests).toEqual([])

  const reported = await run(FORK_PAIR.report, {
    github,
    event: workflowRun(github, pullRequest, { runId: 41, conclusion: 'failure' }),
    artifacts,
    runId: 42,
  })
  expect(reported.jobs.report).toMatchObject({ result: 'success', steps: [{}, { outputs: { status: '201' } }] })
  expect(await github.read(`/commits/${pullRequest.head}/check-runs`)).toMatchObject({
    check_runs: [{ name: 'Proofmark / certify', conclusion: 'failure', head_sha: pullRequest.head }],
  })
})

it('runs on a merge group', async () => {
  const github = await aGitHub()
  const event = mergeGroup(github, await github.commit({ 'data.csv': 'good' }))

  expect(await run(FORK_PAIR.certify, { github, event, checkout: { 'data.csv': 'good' } })).toMatchObject({
    conclusion: 'success',
  })
})

const TOKEN = `\${{ github.token }}`
const STEP = (step: string, permissions = '{ contents: read }') => `
on: push
permissions: ${permissions}
jobs: { one: { runs-on: ubuntu-latest, steps: [{ run: 'mkdir -p .hidden seen; touch .hidden/a seen/.b seen/c' }, ${step}] } }
`

it.each([
  ['seen', ['c']],
  ['seen\n.hidden', ['c']],
  ['.hidden', undefined],
  ['.hidden/*', undefined],
  ['seen/*', ['c']],
  ['seen\n!seen/c', undefined],
])('uploads of %j what is not hidden, as upload-artifact does', async (path, expected) => {
  const upload = `{ uses: actions/upload-artifact@v6, with: { name: x, path: ${JSON.stringify(path)} } }`
  const download = '{ uses: actions/download-artifact@v7, with: { path: got } }'
  const list = "{ run: 'find got -type f | sort' }"

  const { jobs } = await run(STEP(`${upload}, ${download}, ${list}`))

  expect(jobs.one?.result).toBe('success')
  const found = (jobs.one?.steps[3]?.log ?? '').split('\n').filter(Boolean)
  const inside = path.includes('\n') ? 'got/x/seen/' : 'got/x/'
  expect(found).toEqual((expected ?? []).map(name => inside + name))
})

it.each([
  ['no read on contents', STEP('{ uses: actions/checkout@v7 }', '{ checks: write }'), "lacks 'contents: read'"],
  [
    'an artifact that is not there',
    STEP('{ uses: actions/download-artifact@v7, with: { name: x } }'),
    'Artifact not found for name: x',
  ],
  [
    'an artifact of a name twice',
    STEP(
      `{ uses: actions/upload-artifact@v6, with: { path: seen } }, { uses: actions/upload-artifact@v6, with: { path: seen } }`,
    ),
    'already exists',
  ],
  [
    "another run's artifact without actions: read",
    STEP(`{ uses: actions/download-artifact@v7, with: { run-id: 5, github-token: "${TOKEN}" } }`),
    "lacks 'actions: read'",
  ],
])('fails a step with %s', async (_, workflow, message) => {
  const { conclusion, jobs } = await run(workflow)

  expect(conclusion).toBe('failure')
  expect(jobs.one?.log).toContain(message)
})

it("does not check out a fork's commit where secrets are at hand", async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest({ fork: 'mallory' })
  const workflow = `
on: { workflow_run: { workflows: [Certify] } }
permissions: { contents: read }
jobs: { one: { runs-on: ubuntu-latest, steps: [{ uses: actions/checkout@v7, with: { ref: '\${{ github.event.workflow_run.head_sha }}' } }] } }
`

  const { jobs } = await run(workflow, { github, event: workflowRun(github, pullRequest) })

  expect(jobs.one?.log).toContain("Refusing to check out a fork's commit on workflow_run")
})
