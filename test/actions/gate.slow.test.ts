import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { creditOnGitHub, creditRepository, evidenceIn, KEYS, SETTINGS } from '../harness/credit.ts'
import { mergeGroup, pullRequestEvent, pullRequestTarget, push } from '../harness/events.ts'
import { runAction } from '../harness/run-action.ts'

it('fails the step and signs a refusal where a gate failed, and says which claim', async () => {
  const github = await creditOnGitHub()
  const pullRequest = await github.openPullRequest()
  const workspace = creditRepository(edit =>
    edit('proofmark.yml', text =>
      text.replace('predictions: predictions-champion.csv', 'predictions: predictions-overregularised.csv'),
    ),
  )
  const result = await runAction('.', {
    github,
    event: pullRequestEvent(github, pullRequest),
    workspace,
    with: { key: KEYS.privateKey },
  })
  expect(result.exitCode).toBe(1)
  expect(result.outputs.verdict).toBe('failed')
  expect(result.outputs.certificate).toBe('.proofmark/refusal.sigstore.json')
  const [comment] = await github.comments(pullRequest.number)
  expect(comment?.body).toContain('❌ **Accuracy no worse than champion \\(margin 0.01\\)**')
  expect(
    evidenceIn(workspace, 'model-certify').checks.find(({ id }) => id === 'accuracy.no-worse-than-champion')?.status,
  ).toBe('fail')
})

it('only reports where it is told to', async () => {
  const workspace = creditRepository(edit =>
    edit('proofmark.yml', text =>
      text.replace('predictions: predictions-champion.csv', 'predictions: predictions-forest.csv'),
    ),
  )
  const result = await runAction('.', {
    workspace,
    with: { key: KEYS.privateKey, 'on-failure': 'report', publish: 'false' },
  })
  expect(result.exitCode, result.log).toBe(0)
  expect(result.outputs.verdict).toBe('inconclusive')
})

it('decides a pull request by the claims and the policy of the base branch, and lists what it would change', async () => {
  const github = await creditOnGitHub({ files: { 'proofmark.yml': SETTINGS.replace('auc >= 0.78', 'auc >= 0.95') } })
  const pullRequest = await github.openPullRequest()
  const workspace = creditRepository(edit =>
    edit('proofmark.yml', text => text.replace('validity-days: 90', 'validity-days: 3650')),
  )
  const result = await runAction('.', {
    github,
    event: pullRequestEvent(github, pullRequest),
    workspace,
    with: { key: KEYS.privateKey },
  })
  expect(result.exitCode).toBe(1)
  const { checks } = evidenceIn(workspace, 'model-certify')
  expect(checks.find(({ id }) => id === 'auc.floor')).toMatchObject({ status: 'fail', required: { value: 0.95 } })
  expect(checks.find(({ id }) => id === 'claims.changed')).toMatchObject({ status: 'warn' })
  const [comment] = await github.comments(pullRequest.number)
  expect(comment?.body).toContain('3650')
  const certificate = readFileSync(join(workspace, '.proofmark/refusal.sigstore.json'), 'utf8')
  const { dsseEnvelope } = JSON.parse(certificate)
  // Not as a part of a digest.
  expect(Buffer.from(dsseEnvelope.payload, 'base64').toString()).not.toMatch(/\b3650\b/)
})

it('decides a merge group by the bar of its base, too', async () => {
  const github = await creditOnGitHub({ files: { 'proofmark.yml': SETTINGS.replace('auc >= 0.78', 'auc >= 0.95') } })
  const workspace = creditRepository()
  const head = await github.commit({ 'model.txt': 'new' }, { branch: 'gh-readonly-queue/main/pr-1' })
  const result = await runAction('.', {
    github,
    event: mergeGroup(github, head),
    workspace,
    with: { key: KEYS.privateKey },
  })
  expect(result.exitCode, result.log).toBe(1)
  expect(evidenceIn(workspace, 'model-certify').checks.find(({ id }) => id === 'auc.floor')).toMatchObject({
    status: 'fail',
    required: { value: 0.95 },
  })
})

it('publishes the certificate and its evidence in a release, draft first', async () => {
  const github = await creditOnGitHub({ permissions: { contents: 'write', checks: 'write' } })
  const workspace = creditRepository()
  const result = await runAction('.', {
    github,
    event: push(github),
    workspace,
    with: { key: KEYS.privateKey, release: 'certified-1' },
  })
  expect(result.exitCode, result.log).toBe(0)
  const releases = await github.read<{ tag_name: string; draft: boolean; assets: { name: string }[] }[]>('/releases')
  expect(releases).toMatchObject([{ tag_name: 'certified-1', draft: false }])
  expect(releases[0]?.assets.map(({ name }) => name).toSorted()).toEqual([
    'SHA256SUMS',
    'certificate.dsse.json',
    'certificate.sigstore.json',
    'data-validate.evidence.json',
    'drift-compare.evidence.json',
    'evidence.intoto.jsonl',
    'model-certify.evidence.json',
    'model.sig',
    'security-scan.evidence.json',
  ])
  const operations = github.requests.map(({ operation }) => operation)
  expect(operations.indexOf('repos/create-release')).toBeLessThan(operations.indexOf('repos/upload-release-asset'))
  expect(operations.lastIndexOf('repos/upload-release-asset')).toBeLessThan(
    operations.lastIndexOf('repos/update-release'),
  )
})

it('refuses pull_request_target by name', async () => {
  const github = await creditOnGitHub()
  const pullRequest = await github.openPullRequest()
  const result = await runAction('.', {
    github,
    event: pullRequestTarget(github, pullRequest),
    workspace: creditRepository(),
  })
  expect(result.exitCode).toBe(3)
  expect(result.log).toContain('pull_request_target')
  expect(github.requests).toEqual([])
})

it("writes nothing to GitHub from a fork's pull request, and says where the result is", async () => {
  const github = await creditOnGitHub({ permissions: { contents: 'read' } })
  const pullRequest = await github.openPullRequest({ fork: 'mallory' })
  const result = await runAction('actions/drift-compare', {
    github,
    event: pullRequestEvent(github, pullRequest),
    workspace: creditRepository(),
  })
  expect(result.exitCode, result.log).toBe(0)
  expect(result.log).toContain('report action')
  expect(github.requests.map(({ operation }) => operation)).toEqual(['repos/get-content'])
})
