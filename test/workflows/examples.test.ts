import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkRuns, credit, creditOnGitHub, example, keys } from '../harness/credit.ts'
import { pullRequestEvent, push, workflowRun } from '../harness/events.ts'
import { artifactStore, runWorkflow } from '../harness/run-workflow.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const ALL_PASSED = {
  'Proofmark / data-validate': 'success',
  'Proofmark / drift-compare': 'success',
  'Proofmark / model-certify': 'success',
  'Proofmark / security-scan': 'success',
}

const CERTIFIED = { ...ALL_PASSED, 'Proofmark / audit-record': 'success' }

/** A model that has been made too weak, against a champion that has not. */
const WEAK = {
  settings: ['predictions: predictions-champion.csv', 'predictions: predictions-overregularised.csv'],
} as const

it('gate.yml certifies a pull request: check runs, one comment, a signed certificate', async () => {
  const github = await creditOnGitHub()
  const pullRequest = await github.openPullRequest({ files: { 'README.md': 'A better model' } })

  const { conclusion, jobs, artifacts, runId } = await runWorkflow(example('gate.yml'), {
    github,
    event: pullRequestEvent(github, pullRequest),
    checkout: credit(),
    secrets: { PROOFMARK_KEY: keys().privateKey },
  })

  expect(jobs.gate?.log).toContain('Passed')
  expect(conclusion).toBe('success')
  expect(await checkRuns(github, pullRequest.head)).toEqual(CERTIFIED)
  expect(await github.comments(pullRequest.number)).toMatchObject([{ author: 'github-actions[bot]' }])
  expect(artifacts.names(runId)).toEqual(['proofmark'])
  const certificate = readFileSync(join(artifacts.folder(runId, 'proofmark'), 'certificate.sigstore.json'), 'utf8')
  expect(JSON.parse(certificate)).toHaveProperty('dsseEnvelope.payload')
})

it('gate.yml fails the job of a model that is no good, and signs a refusal', async () => {
  const github = await creditOnGitHub()
  const pullRequest = await github.openPullRequest({ files: { 'README.md': 'A worse model' } })

  const { conclusion, jobs } = await runWorkflow(example('gate.yml'), {
    github,
    event: pullRequestEvent(github, pullRequest),
    checkout: credit(WEAK),
    secrets: { PROOFMARK_KEY: keys().privateKey },
  })

  expect(conclusion).toBe('failure')
  expect(jobs.gate?.steps.map(({ conclusion }) => conclusion)).toEqual(['success', 'failure', 'success'])
  expect(await checkRuns(github, pullRequest.head)).toEqual({
    ...CERTIFIED,
    'Proofmark / model-certify': 'failure',
    'Proofmark / audit-record': 'failure',
  })
})

it.each([
  ['checks: write', 'checks: read'],
  ['pull-requests: write', 'pull-requests: read'],
])('gate.yml without %s fails and says which permission is missing', async (permission, instead) => {
  const github = await creditOnGitHub()
  const pullRequest = await github.openPullRequest({ files: { 'README.md': 'x' } })
  const file = join(temporaryFolder('workflow'), 'gate.yml')
  const text = readFileSync(example('gate.yml'), 'utf8')
  expect(text).toContain(permission)
  writeFileSync(file, text.replace(permission, instead))

  const { conclusion, jobs } = await runWorkflow(file, {
    github,
    event: pullRequestEvent(github, pullRequest),
    checkout: credit(),
    secrets: { PROOFMARK_KEY: keys().privateKey },
  })

  expect(conclusion).toBe('failure')
  expect(jobs.gate?.log).toContain(`Add \`${permission}\` to the job's permissions`)
})

it('composed.yml runs each gate in its own job and brings one comment about', async () => {
  const github = await creditOnGitHub()
  const pullRequest = await github.openPullRequest({ files: { 'README.md': 'A better model' } })

  const { conclusion, jobs } = await runWorkflow(example('composed.yml'), {
    github,
    event: pullRequestEvent(github, pullRequest),
    checkout: credit(),
    secrets: { PROOFMARK_KEY: keys().privateKey },
  })

  expect(Object.fromEntries(Object.entries(jobs).map(([id, { result }]) => [id, result]))).toEqual({
    data: 'success',
    model: 'success',
    scan: 'success',
    drift: 'success',
    record: 'success',
  })
  expect(conclusion).toBe('success')
  expect(await checkRuns(github, pullRequest.head)).toEqual(CERTIFIED)
  expect(await github.comments(pullRequest.number)).toHaveLength(1)
})

it('composed.yml: a gate that fails leaves the last job to fail, too, not to be skipped', async () => {
  const github = await creditOnGitHub()
  const pullRequest = await github.openPullRequest({ files: { 'README.md': 'A worse model' } })

  const { jobs } = await runWorkflow(example('composed.yml'), {
    github,
    event: pullRequestEvent(github, pullRequest),
    checkout: credit(WEAK),
    secrets: { PROOFMARK_KEY: keys().privateKey },
  })

  expect(jobs).toMatchObject({
    data: { result: 'success' },
    model: { result: 'failure' },
    record: { result: 'failure' },
  })
})

it('certify.yml and report.yml serve a fork: judged without a right, shown with the rights of the default branch', async () => {
  const github = await creditOnGitHub()
  const pullRequest = await github.openPullRequest({ fork: 'mallory', files: { 'README.md': 'Trust me' } })
  const artifacts = artifactStore()

  const certified = await runWorkflow(example('certify.yml'), {
    github,
    event: pullRequestEvent(github, pullRequest),
    checkout: credit(WEAK),
    secrets: { PROOFMARK_KEY: keys().privateKey },
    artifacts,
    runId: 41,
  })
  expect(certified.conclusion).toBe('failure')
  expect(github.requests.filter(({ body }) => body !== undefined)).toEqual([])

  const reported = await runWorkflow(example('report.yml'), {
    github,
    event: workflowRun(github, pullRequest, { runId: 41, conclusion: 'failure' }),
    artifacts,
    runId: 42,
  })
  expect(reported.jobs.report?.log).not.toContain('::error::')
  expect(reported.conclusion).toBe('success')
  expect(await checkRuns(github, pullRequest.head)).toEqual({ ...ALL_PASSED, 'Proofmark / model-certify': 'failure' })
  expect(await github.comments(pullRequest.number)).toMatchObject([{ author: 'github-actions[bot]' }])
})

it('promote.yml keeps the certificate in a release and promotes after verifying it', async () => {
  const github = await creditOnGitHub()
  const { privateKey, publicKey } = keys()

  const { conclusion, jobs } = await runWorkflow(example('promote.yml'), {
    github,
    event: push(github),
    checkout: credit({ files: { 'proofmark.pub': publicKey } }),
    secrets: { PROOFMARK_KEY: privateKey },
  })

  expect(conclusion).toBe('success')
  expect(jobs.promote?.log).toContain(`promoting ${jobs.certify?.outputs['model-id']}`)
  expect(await github.read('/releases')).toMatchObject([
    { tag_name: 'certified-1', draft: false, target_commitish: github.main },
  ])
})

it('promote.yml does not promote a model by somebody else’s certificate', async () => {
  const github = await creditOnGitHub()

  const { jobs } = await runWorkflow(example('promote.yml'), {
    github,
    event: push(github),
    checkout: credit({ files: { 'proofmark.pub': keys().publicKey } }),
    secrets: { PROOFMARK_KEY: keys().privateKey },
  })

  expect(jobs).toMatchObject({ certify: { result: 'success' }, promote: { result: 'failure' } })
  expect(jobs.promote?.log).not.toContain('promoting')
})

it('report.yml refuses evidence whose verdict its checks do not bear out', async () => {
  const github = await creditOnGitHub()
  const pullRequest = await github.openPullRequest({ fork: 'mallory', files: { 'README.md': 'Trust me' } })
  const artifacts = artifactStore()
  const event = pullRequestEvent(github, pullRequest)
  await runWorkflow(example('certify.yml'), { github, event, checkout: credit(WEAK), artifacts, runId: 41 })
  const forged = join(artifacts.folder(41, 'proofmark'), 'model-certify.evidence.json')
  writeFileSync(forged, readFileSync(forged, 'utf8').replace('"verdict": "failed"', '"verdict": "passed"'))

  const { jobs } = await runWorkflow(example('report.yml'), {
    github,
    event: workflowRun(github, pullRequest, { runId: 41 }),
    artifacts,
    runId: 42,
  })
  expect(jobs.report?.result).toBe('failure')
  expect(jobs.report?.log).toContain('it says passed and its checks say failed')
  expect(await github.comments(pullRequest.number)).toEqual([])
})

it('every workflow that the documentation names is run here', () => {
  const tested = readFileSync(import.meta.filename, 'utf8')
  const named = ['README.md', 'actions/report/README.md'].flatMap(path =>
    [...readFileSync(path, 'utf8').matchAll(/examples\/workflows\/([\w-]+\.yml)/g)].map(([, name]) => name ?? ''),
  )
  expect(named.length).toBeGreaterThan(4)
  for (const name of named) expect(tested).toContain(`example('${name}')`)
})
