import { beforeAll, describe, expect, it } from 'vitest'
import { auditRecord } from '../../src/commands/audit-record.ts'
import type { LogWrite } from '../../src/commands/log/log-writer.ts'
import type { Evidence } from '../../src/core/evidence.ts'
import { approvalAudience } from '../../src/core/record/approvals/audience.ts'
import type { KeyPair } from '../../src/core/record/key-pair.ts'
import { writeSignerKey, writeVerifierKey } from '../../src/core/record/log/note-key.ts'
import { sha256Sums } from '../../src/core/record/model/sha256-sums.ts'
import { githubTeams } from '../../src/github/github-teams.ts'
import type { Ports } from '../../src/ports.ts'
import { ruleLines } from '../../src/report/rule-lines.ts'
import { disk, evidence, memoryPorts, settingsWith, sha256, subjectOf } from '../core/record/memory.ts'
import { blockOf } from '../docs/block-of.ts'
import { aGitHub, forgeFor, times } from '../github/a-github.ts'
import { anIssuer, type Issuer } from '../harness/an-issuer.ts'
import type { GitHub, PullRequest } from '../harness/github.ts'
import { aLog, logSigner, write } from '../harness/log/a-log.ts'

const MODEL = { 'm/model.bin': 'weights' }
const ID = sha256(sha256Sums(subjectOf(MODEL)))
const COMPLIANCE = {
  approvals: [{ role: 'compliance' }],
  roles: { compliance: { users: ['reviewer', 'acme'] } },
}

let pair: KeyPair
beforeAll(async () => {
  pair = await memoryPorts(disk()).signing.generate('p256')
})

/** Certifies the model of a pull request as it is now, and says how the rule about approvals stands. */
async function certify(
  github: GitHub,
  pullRequest: PullRequest,
  {
    policy = COMPLIANCE,
    receipts = [],
    logged = true,
    validated,
    earlier,
    receiptsAt,
    ...more
  }: {
    policy?: object
    receipts?: Uint8Array[]
    logged?: boolean
    validated?: Evidence
    earlier?: LogWrite
    receiptsAt?: string
  } & Partial<Ports> = {},
) {
  const subject = subjectOf(MODEL)
  const files = disk({
    ...MODEL,
    '.proofmark/data-validate.evidence.json': JSON.stringify(validated ?? evidence('data-validate', { subject })),
  })
  const settings = settingsWith({
    model: { name: 'credit', files: ['m'] },
    policy: { require: ['data-validate'], ...policy },
    record: {
      receipts: ['approvals'],
      ...(logged ? { log: { remote: 'log', 'verifier-key': writeVerifierKey(logSigner) } } : {}),
    },
  })
  const { number, head, base } = pullRequest
  const memory = memoryPorts(files)
  const ports: Ports = {
    ...memory,
    context: { ...memory.context, pullRequest: { number, head, base, fork: false } },
    forge: forgeFor(github, pullRequest),
    ...more,
  }
  if (!logged) for (const [n, content] of receipts.entries()) files.set(`approvals/${n}.receipt.json`, content)
  const { branch, append } = await aLog()
  const modelId = sha256(sha256Sums(subject))
  const at = ports
    .now()
    .toISOString()
    .replace(/\.\d+Z/, 'Z')
  if (receipts.length > 0 && earlier) await append([{ ...earlier }])
  const receiptAt = receiptsAt ?? at
  for (const content of logged ? receipts : []) {
    const document = `sha256:${sha256(content)}`
    await append([
      { leaf: { v: 1, type: 'approval', at: receiptAt, id: `sha256:${modelId}`, document }, document: content },
    ])
  }
  const options = { out: '.proofmark', privateKey: pair.privateKey, logKey: writeSignerKey(logSigner) }
  const certified = await auditRecord(settings, options, { ...ports, logs: { open: () => branch } })
  return { ...certified, files, rule: certified.decision.rules.find(({ rule }) => rule === 'approvals') }
}

describe('a review of the pull request', () => {
  it('counts for the commit that was reviewed, and is kept as a document', async () => {
    const github = await aGitHub()
    const pullRequest = await github.openPullRequest()
    expect(await certify(github, pullRequest)).toMatchObject({
      verdict: 'failed',
      rule: { status: 'failed', reason: 'Expected 1 approval by compliance but found none' },
    })

    await github.review(pullRequest.number, { by: 'reviewer', event: 'APPROVE' })
    const { verdict, rule, files } = await certify(github, pullRequest)
    expect(rule).toMatchObject({ status: 'passed', reason: 'compliance: reviewer' })
    expect(verdict).toBe('passed')
    const { payload } = JSON.parse(new TextDecoder().decode(files.get('.proofmark/certificate.dsse.json')))
    const { predicate } = JSON.parse(atob(payload))
    expect(predicate.verifiedLevels).toContain('PROOFMARK_APPROVED')
    expect(predicate['https://proofmark.dev/certificate/v1'].approvals).toMatchObject([
      { role: 'compliance', actor: 'reviewer', of: { commit: pullRequest.head } },
    ])
    const [path = ''] = [...files.keys()].filter(name => name.startsWith('.proofmark/approvals/'))
    expect(path).toBe(`.proofmark/approvals/${sha256(files.get(path) ?? '')}.json`)
    expect(JSON.parse(Buffer.from(files.get(path) ?? []).toString())).toMatchObject({
      repository: 'acme/credit',
      pullRequest: pullRequest.number,
      review: { user: { login: 'reviewer' }, state: 'approved', commit: pullRequest.head },
    })
  })

  it('of an earlier commit counts no more', async () => {
    const github = await aGitHub()
    const pullRequest = await github.openPullRequest()
    await github.review(pullRequest.number, { by: 'reviewer', event: 'APPROVE' })
    const head = await github.commit({ x: '1' }, { parent: pullRequest.head, branch: pullRequest.branch })
    const { rule } = await certify(github, { ...pullRequest, head })
    expect(rule?.status).toBe('failed')
    const told = (rule ? ruleLines(rule) : []).map(({ text }) => text.slice(4))
    const here = { carol: 'reviewer', '3f2ac01b2d': pullRequest.head.slice(0, 10), '9e107d9d37': head.slice(0, 10) }
    expect(told.join('\n')).toContain(blockOf('docs/approvals.md', '✘ Those whom', here))
  })

  it('that was dismissed, or followed by a request for changes, counts no more', async () => {
    const github = await aGitHub()
    const pullRequest = await github.openPullRequest()
    const id = await github.review(pullRequest.number, { by: 'reviewer', event: 'APPROVE' })
    await github.dismiss(pullRequest.number, id)
    expect((await certify(github, pullRequest)).rule?.reason).toContain('the review of reviewer was dismissed')
    await github.review(pullRequest.number, { by: 'reviewer', event: 'APPROVE' })
    await github.review(pullRequest.number, { by: 'reviewer', event: 'COMMENT' })
    expect((await certify(github, pullRequest)).rule?.status).toBe('passed')
    await github.review(pullRequest.number, { by: 'reviewer', event: 'REQUEST_CHANGES' })
    expect((await certify(github, pullRequest)).rule?.reason).toContain('reviewer approved and then asked for changes')
  })

  it('by an author counts for nothing: of the pull request, or of one of its commits', async () => {
    const github = await aGitHub()
    const own = await github.openPullRequest()
    await github.review(own.number, { by: 'acme', event: 'APPROVE' })
    expect((await certify(github, own)).rule).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('acme approved for compliance but is an author of the change'),
    })
    const theirs = await github.openPullRequest({ branch: 'second', author: 'reviewer' })
    await github.review(theirs.number, { by: 'reviewer', event: 'APPROVE' })
    expect((await certify(github, theirs)).rule).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('reviewer approved for compliance but is an author of the change'),
    })
  })

  it('counts for the merge of what was reviewed, and not where the merge brought in something else', async () => {
    const github = await aGitHub()
    const pullRequest = await github.openPullRequest()
    await github.review(pullRequest.number, { by: 'reviewer', event: 'APPROVE' })
    const onMain = async (commit: string) => {
      const forge = forgeFor(github, { head: commit, base: commit, number: 1 }, { pullRequest: undefined })
      const context = { repository: 'acme/credit', commit, ref: 'refs/heads/main' }
      return (await certify(github, pullRequest, { forge, context })).rule
    }
    const mixed = await github.commit({ x: 'brought in' }, { parent: pullRequest.head, branch: 'mixed' })
    github.mergedAs.set(pullRequest.number, mixed)
    expect(await onMain(mixed)).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining(`the merge of #${pullRequest.number} has other files than what was reviewed`),
    })
    github.mergedAs.clear()
    const merge = await github.merge(pullRequest.number, 'squash')
    expect(await onMain(merge)).toMatchObject({ status: 'passed', reason: 'compliance: reviewer' })
    expect(await onMain(await github.commit({ y: '1' }, { parent: merge, branch: 'main' }))).toMatchObject({
      status: 'failed',
    })
  })

  it('by somebody without the role counts for nothing', async () => {
    const github = await aGitHub()
    const pullRequest = await github.openPullRequest()
    await github.review(pullRequest.number, { by: 'mallory', event: 'APPROVE' })
    expect((await certify(github, pullRequest)).rule?.status).toBe('failed')
  })
})

describe('a role of a team', () => {
  const policy = { ...COMPLIANCE, roles: { compliance: { team: 'acme-org/compliance' } } }

  it('is read by a token of its own, of those who approved alone', async () => {
    const github = await aGitHub()
    await github.team('acme-org', 'compliance', ['reviewer'])
    const token = github.issueToken({ members: 'read' }, 'other-ci')
    const teams = githubTeams({ token, apiUrl: github.url, repository: github.repository, second: 1 })
    const pullRequest = await github.openPullRequest()
    await github.review(pullRequest.number, { by: 'mallory', event: 'APPROVE' })
    expect((await certify(github, pullRequest, { policy, teams })).rule?.status).toBe('failed')
    await github.review(pullRequest.number, { by: 'reviewer', event: 'APPROVE' })
    expect((await certify(github, pullRequest, { policy, teams })).rule?.status).toBe('passed')
  })

  it('without that token ends in an error that names it, and signs nothing', async () => {
    const github = await aGitHub()
    const pullRequest = await github.openPullRequest()
    await github.review(pullRequest.number, { by: 'reviewer', event: 'APPROVE' })
    const { verdict, error, files } = await certify(github, pullRequest, { policy })
    expect(verdict).not.toBe('passed')
    expect(error).toMatchObject({
      code: 'approvals.team-token',
      kind: 'environment',
      hint: expect.stringContaining('PROOFMARK_TEAM_TOKEN'),
    })
    expect([...files.keys()].filter(name => name.endsWith('sigstore.json'))).toEqual([])
  })
})

it('asks GitHub for nothing where the policy asks for nobody', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  const { verdict, rule } = await certify(github, pullRequest, { policy: {} })
  expect([verdict, rule]).toEqual(['passed', undefined])
  expect(times(github, 'pulls/list-reviews')).toBe(0)
})

const WORKFLOW = 'acme/ml-governance/.github/workflows/approve.yml'
const NOW = Date.parse('2026-11-23T06:00:00Z') / 1000

async function receiptBy(actor: string, id: string, change: object = {}, forger?: Issuer) {
  const issuer = await anIssuer('ES256')
  const signer = forger ?? issuer
  const token = await signer.sign({
    iss: issuer.url,
    aud: approvalAudience(ID),
    iat: NOW - 60,
    exp: NOW + 240,
    actor,
    actor_id: id,
    repository: 'acme/ml-governance',
    repository_id: '812345',
    workflow_ref: `${WORKFLOW}@refs/heads/main`,
    event_name: 'workflow_dispatch',
    run_id: '42',
    run_attempt: '1',
    ...change,
  })
  const receipt = { schema: 'https://proofmark.dev/receipt/v1', role: 'compliance', token, keys: signer.keys() }
  const workflow = { name: 'approve', issuer: issuer.url, workflow: WORKFLOW, ref: 'refs/heads/main' }
  return {
    receipts: [Buffer.from(JSON.stringify(receipt))],
    policy: { ...COMPLIANCE, trust: { 'approval-workflows': [workflow] } },
    issuer,
  }
}

describe('a receipt', () => {
  it('counts for the model, whatever the commit, and its keys are compared with those the issuer shows', async () => {
    const github = await aGitHub()
    const { receipts, policy, issuer } = await receiptBy('reviewer', '5')
    const { verdict, rule } = await certify(github, await github.openPullRequest(), { receipts, policy })
    expect(rule).toMatchObject({ status: 'passed', reason: 'compliance: reviewer' })
    expect(verdict).toBe('passed')
    expect(issuer.requests).toContain('/.well-known/jwks')
    const fromFile = await certify(github, await github.openPullRequest({ branch: 'b' }), {
      receipts,
      policy,
      logged: false,
    })
    expect(fromFile.rule).toMatchObject({ status: 'passed', reason: 'compliance: reviewer' })
  })

  it.each<[string, string, string, object, string]>([
    ['of the author', 'acme', '3', {}, 'acme approved for compliance but is an author of the change'],
    ['of another model', 'reviewer', '5', { aud: approvalAudience(sha256('x')) }, 'not for this model'],
    ['of somebody without the role', 'mallory', '4', {}, 'mallory approved for compliance but is not one of those'],
    [
      'of another workflow',
      'reviewer',
      '5',
      { workflow_ref: 'a/b/.github/workflows/c.yml@refs/heads/main' },
      'does not trust',
    ],
  ])('%s counts for nothing, and the rule says why', async (_, actor, id, change, why) => {
    const github = await aGitHub()
    const { receipts, policy } = await receiptBy(actor, id, change)
    const { rule } = await certify(github, await github.openPullRequest(), { receipts, policy })
    expect(rule).toMatchObject({ status: 'failed', reason: expect.stringContaining(why) })
  })
})

describe('a receipt that somebody brought into the log', () => {
  it('counts for nothing where the issuer has not signed it, whatever keys are kept with it', async () => {
    const github = await aGitHub()
    const { receipts, policy } = await receiptBy('reviewer', '5', {}, await anIssuer('ES256'))
    const { rule, verdict } = await certify(github, await github.openPullRequest(), { receipts, policy })
    expect(rule).toMatchObject({ status: 'failed', reason: expect.stringContaining('does not show the key') })
    expect(verdict).toBe('failed')
  })

  it('is no earlier than what the log held before it: a late one is not made fresh by dating it back', async () => {
    const github = await aGitHub()
    const minutes = (count: number) => `${new Date((NOW + count * 60) * 1000).toISOString().slice(0, 19)}Z`
    const issued = NOW - 90 * 60
    const { receipts, policy } = await receiptBy('reviewer', '5', { iat: issued, exp: issued + 300 })
    const logged = { receipts, policy, receiptsAt: minutes(-89) }
    const honest = await certify(github, await github.openPullRequest(), logged)
    expect(honest.rule).toMatchObject({ status: 'passed' })
    const earlier = write('an entry before', { at: minutes(-10) })
    const late = await certify(github, await github.openPullRequest({ branch: 'b' }), { ...logged, earlier })
    expect(late.rule).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('more than an hour after it was issued'),
    })
  })
})

it('a waiver that was applied needs its approver, who is not the one who asked for it', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  const waiver = (by: string) => ({
    rule: 'data-validate/rows.enough',
    model: `sha256:${ID}`,
    reason: 'Agreed',
    owner: '@acme/risk',
    'requested-by': by,
    expires: '2026-12-31',
  })
  const failing = evidence('data-validate', {
    subject: subjectOf(MODEL),
    checks: [{ id: 'rows.enough', title: 'Enough rows', status: 'fail', reason: 'Expected 10 but found 1' }],
  })
  const policy = (by: string) => ({
    roles: COMPLIANCE.roles,
    waivers: [waiver(by)],
    'waiver-limits': { approver: 'compliance' },
  })
  const decided = (by: string) => certify(github, pullRequest, { policy: policy(by), validated: failing })
  expect((await decided('mallory')).rule).toMatchObject({ status: 'failed' })
  await github.review(pullRequest.number, { by: 'reviewer', event: 'APPROVE' })
  expect(await decided('mallory')).toMatchObject({ verdict: 'passed', rule: { reason: 'compliance: reviewer' } })
  expect((await decided('Reviewer')).rule?.reason).toContain('reviewer approved for compliance but asked for a waiver')
})

describe('who started the run', () => {
  it('is not enough either, unless the policy says so', async () => {
    const github = await aGitHub()
    const pullRequest = await github.openPullRequest()
    await github.review(pullRequest.number, { by: 'reviewer', event: 'APPROVE' })
    const { number, head, base } = pullRequest
    const context = {
      ...memoryPorts(disk()).context,
      pullRequest: { number, head, base, fork: false },
      triggers: [{ login: 'reviewer', id: '5' }],
    }
    expect((await certify(github, pullRequest, { context })).rule?.reason).toContain(
      'reviewer approved for compliance but started the run',
    )
    const policy = { ...COMPLIANCE, approvals: [{ role: 'compliance', 'distinct-from': ['author'] }] }
    expect((await certify(github, pullRequest, { context, policy })).rule?.status).toBe('passed')
  })
})
