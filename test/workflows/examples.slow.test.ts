import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Evidence, GATES } from '../../src/core/evidence.ts'
import { checkRuns, credit, creditOnGitHub, example, keys, ROOT, SETTINGS } from '../harness/credit.ts'
import { pullRequestEvent, push, workflowDispatch, workflowRun } from '../harness/events.ts'
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
  const told = await github.comments(pullRequest.number)
  expect(told).toMatchObject([{ author: 'github-actions[bot]' }])
  // The artifact is that of the run that certified.
  expect(told[0]?.body).toMatch(/Full report: .*\[this run\]\(\S+\/actions\/runs\/41#artifacts\)/)
  const page = readFileSync(join(artifacts.folder(41, 'proofmark'), 'report.html'), 'utf8')
  expect(GATES.filter(gate => !page.includes(`<section id="${gate}"`))).toEqual([])
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

describe('review.yml', () => {
  /** A repository that certified the model long ago, whose certificate is in a release. */
  const repository = async (settings: string) => {
    const github = await creditOnGitHub({ files: { 'proofmark.yml': SETTINGS } })
    const { privateKey, publicKey } = keys()
    const files = { 'proofmark.pub': publicKey }
    const secrets = { PROOFMARK_KEY: privateKey }
    await runWorkflow(example('promote.yml'), { github, event: push(github), checkout: credit({ files }), secrets })
    const checkout = credit({ settings: ['validity-days: 90', settings], files })
    return { github, checkout, secrets, event: workflowDispatch(github) }
  }

  it('opens one issue for what ends soon, and certifies the model again', async () => {
    const { github, ...run } = await repository('validity-days: 90\n  review-days-before: 120')
    const { conclusion, jobs } = await runWorkflow(example('review.yml'), { github, ...run, runId: 2 })
    expect(jobs.review?.outputs).toEqual({ due: '1' })
    expect(jobs.certify?.result, jobs.certify?.log).toBe('success')
    expect(conclusion).toBe('success')
    expect(await github.read('/issues')).toMatchObject([
      {
        title: expect.stringMatching(/^Certificate of credit-default 1 ends on /),
        user: { login: 'github-actions[bot]' },
      },
    ])
  })

  it('has nothing to do while nothing ends', async () => {
    const { github, ...run } = await repository('validity-days: 90')
    const { conclusion, jobs } = await runWorkflow(example('review.yml'), { github, ...run, runId: 2 })
    expect(jobs).toMatchObject({ review: { result: 'success', outputs: { due: '0' } }, certify: { result: 'skipped' } })
    expect(conclusion).toBe('success')
    expect(await github.read('/issues')).toEqual([])
  })

  it('without issues: write fails and says so', async () => {
    const { github, ...run } = await repository('validity-days: 90\n  review-days-before: 120')
    const file = join(temporaryFolder('workflow'), 'review.yml')
    writeFileSync(file, readFileSync(example('review.yml'), 'utf8').replace('issues: write', 'issues: read'))
    const { jobs } = await runWorkflow(file, { github, ...run, runId: 2 })
    expect(jobs.review?.result).toBe('failure')
    expect(jobs.review?.log).toContain("Add `issues: write` to the job's permissions")
  })
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
  const tested = readdirSync(import.meta.dirname)
    .map(name => readFileSync(join(import.meta.dirname, name), 'utf8'))
    .join('\n')
  const named = ['README.md', 'actions/report/README.md', 'actions/review/README.md', 'docs/portal.md'].flatMap(path =>
    [...readFileSync(path, 'utf8').matchAll(/examples\/workflows\/([\w-]+\.yml)/g)].map(([, name]) => name ?? ''),
  )
  expect(named.length).toBeGreaterThan(4)
  for (const name of named) expect(tested).toContain(`example('${name}')`)
})

describe('sharded.yml', () => {
  /** Applications for several segments of a file, so that every shard has rows of its own. */
  const applications = () => {
    const [header = '', ...rows] = readFileSync(join(ROOT, 'examples/credit/applications.csv'), 'utf8')
      .trimEnd()
      .split('\n')
    const many = Array.from({ length: 25 }, () => rows).flat()
    const texts = many.map((row, i) => `${i + 1}${row.slice(row.indexOf(','))}`)
    return { lines: texts.length + 1, and: (row: string) => `${[header, ...texts, row].join('\n')}\n` }
  }
  const run = async (data: string) => {
    const github = await creditOnGitHub()
    const pullRequest = await github.openPullRequest({ files: { 'README.md': 'More rows' } })
    const result = await runWorkflow(example('sharded.yml'), {
      github,
      event: pullRequestEvent(github, pullRequest),
      checkout: credit({ files: { 'applications.csv': data } }),
    })
    return { ...result, checks: await checkRuns(github, pullRequest.head) }
  }

  it('measures in four jobs and judges in a fifth: it names the row at fault, whichever part has it', async () => {
    const { lines, and: rowsAnd } = applications()
    const { conclusion, jobs, artifacts, runId, checks } = await run(
      rowsAnd('999999,good,1,palace,60,30,single,no,fixed,73,129,0,0,800,846'),
    )
    expect(jobs.measure?.result).toBe('success')
    expect(jobs.judge?.result).toBe('failure')
    expect(conclusion).toBe('failure')
    expect(checks).toEqual({ 'Proofmark / data-validate': 'failure' })
    const parts = [1, 2, 3, 4].map(index => {
      const file = join(artifacts.folder(runId, `shard-${index - 1}`), `shard-${index}-of-4.json`)
      return JSON.parse(readFileSync(file, 'utf8')).files[0].parts.length
    })
    expect(Math.min(...parts)).toBeGreaterThan(0)
    const evidence = readFileSync(join(artifacts.folder(runId, 'proofmark'), 'data-validate.evidence.json'), 'utf8')
    const { checks: answers } = Evidence.parse(JSON.parse(evidence))
    expect(answers.filter(({ status }) => status === 'fail').flatMap(({ locations = [] }) => locations)).toContainEqual(
      expect.objectContaining({ file: 'applications.csv', line: lines + 1, key: [{ column: 'id', value: '999999' }] }),
    )
  })

  it('passes what keeps its contract, and is so short that only one shard has rows', async () => {
    expect(await run(readFileSync(join(ROOT, 'examples/credit/applications.csv'), 'utf8'))).toMatchObject({
      conclusion: 'success',
      checks: { 'Proofmark / data-validate': 'success' },
    })
  })

  it('fails, and is not skipped, when a shard could not measure', async () => {
    const { jobs } = await run('id,status\n"1')
    expect(jobs.measure?.result).toBe('failure')
    expect(jobs.judge?.result).toBe('failure')
  })
})
