import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { proven } from '../../src/commands/collect-receipts.ts'
import { TrustedApprovalWorkflow } from '../../src/core/record/trust/trust.ts'
import { oidcIssuers } from '../../src/oidc/token-issuers.ts'
import { anIssuer } from '../harness/an-issuer.ts'
import { credit, creditOnGitHub, example, keys } from '../harness/credit.ts'
import { type Event, pullRequestEvent, pullRequestReview, workflowDispatch } from '../harness/events.ts'
import { actionsFromSource } from '../harness/from-source.ts'
import type { GitHub, PullRequest } from '../harness/github.ts'
import { runWorkflow } from '../harness/run-workflow.ts'
import { sha256 } from '../harness/sha256.ts'

/** The gate, also on every review that is handed in. */
const WORKFLOW = `
name: Proofmark
on:
  pull_request:
  pull_request_review:
    types: [submitted, dismissed]
permissions:
  contents: read
  checks: write
  pull-requests: write
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
      - uses: proofmark/proofmark@v1
        with:
          key: \${{ secrets.PROOFMARK_KEY }}
`

const WORKFLOW_OF_JOB = 'acme/ml-governance/.github/workflows/approve.yml'
const JOB = {
  actor: 'carol',
  actor_id: '3',
  repository: 'acme/ml-governance',
  repository_id: '812345',
  workflow_ref: `${WORKFLOW_OF_JOB}@refs/heads/main`,
  event_name: 'workflow_dispatch',
  run_id: '1',
  run_attempt: '1',
  runner_environment: 'github-hosted',
}

const SETTINGS = `
model:
  name: credit-default
  files: [model-champion.joblib]
policy:
  require: [security-scan]
  approvals:
    - role: compliance
  roles:
    compliance:
      users: [reviewer, acme]
`

it('a reviewer approves and the gate passes; a new commit needs a new approval; the author’s own is refused', async () => {
  const github = await creditOnGitHub({ files: { 'proofmark.yml': SETTINGS } })
  const root = actionsFromSource()
  writeFileSync(join(root, 'workflow.yml'), WORKFLOW)
  const { privateKey } = keys()
  const run = async (event: Event) => {
    const checkout = credit({ files: { 'proofmark.yml': SETTINGS } })
    const secrets = { PROOFMARK_KEY: privateKey }
    const { jobs } = await runWorkflow(join(root, 'workflow.yml'), { github, event, checkout, secrets, root })
    return jobs.gate
  }
  /** How the newest check run of the record stands. */
  const recorded = async ({ head }: PullRequest) => {
    const { check_runs: runs } = await github.read<{ check_runs: { id: number; name: string; conclusion: string }[] }>(
      `/commits/${head}/check-runs?filter=all&per_page=100`,
    )
    const [newest] = runs.filter(({ name }) => name === 'Proofmark / audit-record').toSorted((a, b) => b.id - a.id)
    return newest?.conclusion
  }

  const first = await github.openPullRequest({ files: { 'README.md': 'A better model' } })
  const opened = await run(pullRequestEvent(github, first, 'opened'))
  expect(opened?.log).toContain('Expected 1 approval by compliance but found none')
  expect(opened?.result).toBe('failure')
  expect(await recorded(first)).toBe('failure')

  await github.review(first.number, { by: 'reviewer', event: 'APPROVE' })
  const approved = await run(pullRequestReview(github, first, 'reviewer'))
  expect(approved?.result, approved?.log).toBe('success')
  expect(await recorded(first)).toBe('success')

  const second = await moved(github, first)
  const pushed = await run(pullRequestEvent(github, second))
  expect(pushed?.result).toBe('failure')
  expect(pushed?.log).toContain(`reviewer approved another commit (${first.head.slice(0, 10)}`)
  expect(await recorded(second)).toBe('failure')

  await github.review(second.number, { by: 'acme', event: 'APPROVE', commit: second.head })
  const own = await run(pullRequestReview(github, second, 'acme'))
  expect(own?.result).toBe('failure')
  expect(own?.log).toContain('acme approved for compliance but is an author of the change')

  await github.review(second.number, { by: 'reviewer', event: 'APPROVE', commit: second.head })
  expect((await run(pullRequestReview(github, second, 'reviewer')))?.result).toBe('success')
})

it('approve.yml gives a receipt that proves who started it, for the model they named', async () => {
  const github = await creditOnGitHub({ repository: 'acme/ml-governance' })
  const issuer = await anIssuer()
  const iat = Math.floor(Date.now() / 1000)
  issuer.job = { ...JOB, iat, exp: iat + 300 }
  const root = actionsFromSource()
  const environment = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${issuer.url}/id-token?v=1`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
  }
  writeFileSync(
    join(root, 'approve.yml'),
    readFileSync(example('approve.yml'), 'utf8')
      .replace('jobs:', `env: ${JSON.stringify(environment)}\njobs:`)
      .replace('with:', `with:\n          issuer: ${issuer.url}`),
  )
  const model = sha256('the model')
  const event = { ...workflowDispatch(github, { 'model-id': model, role: 'compliance' }), actor: 'carol' }
  const { jobs, artifacts, runId } = await runWorkflow(join(root, 'approve.yml'), { github, event, root })

  expect(jobs.approve?.result, jobs.approve?.log).toBe('success')
  expect(jobs.approve?.log).toContain(`carol approved model ${model} for compliance`)
  expect(jobs.approve?.summary).toContain('**carol** approved')
  const folder = artifacts.folder(runId, 'receipt')
  const [name = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(each =>
    /receipt\.json$/.test(each),
  )
  const workflow = { name: 'x', issuer: issuer.url, workflow: WORKFLOW_OF_JOB, ref: 'refs/heads/main' }
  const judged = await proven(
    readFileSync(join(folder, name)),
    {
      model,
      policy: { trust: { 'approval-workflows': [TrustedApprovalWorkflow.parse(workflow)] } },
      loggedAt: new Date(),
    },
    { issuers: oidcIssuers(), sha256, now: () => new Date() },
  )
  expect(judged).toMatchObject({ restsOn: 'log', approval: { actor: 'carol', actorId: '3', role: 'compliance' } })
})

/** The pull request after another commit, which the emulation does not notice by itself. */
async function moved(github: GitHub, { head: parent, branch, number, ...rest }: PullRequest): Promise<PullRequest> {
  const head = await github.commit({ 'README.md': 'A better one still' }, { parent, branch })
  const json = await github.read<{ head: object }>(`/pulls/${number}`)
  return { ...rest, head, branch, number, json: { ...json, head: { ...json.head, sha: head } } }
}
