import { createHmac, createPublicKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { proven } from '../../src/commands/collect-receipts.ts'
import { approvalsRule } from '../../src/core/record/approvals/approvals-rule.ts'
import { approvalAudience } from '../../src/core/record/approvals/audience.ts'
import { ApprovalRule } from '../../src/core/record/policy/approval-rule.ts'
import { TrustedApprovalWorkflow } from '../../src/core/record/trust/trust.ts'
import { oidcIssuers } from '../../src/oidc/token-issuers.ts'
import { sha256 } from '../core/record/memory.ts'
import { anIssuer, type Issuer } from '../harness/an-issuer.ts'

const MODEL = sha256('the model')
/** When the token was issued, seconds since 1970. */
const IAT = Date.parse('2026-11-23T06:00:00Z') / 1000
const WORKFLOW = 'acme/ml-governance/.github/workflows/approve.yml'
const issuers = oidcIssuers()

/** What GitHub says of a run that carol started by hand in the governance repository. */
const claims = (issuer: Issuer, change: object = {}) => ({
  iss: issuer.url,
  aud: approvalAudience(MODEL),
  sub: 'repo:acme/ml-governance:ref:refs/heads/main',
  iat: IAT,
  nbf: IAT,
  exp: IAT + 300,
  actor: 'carol',
  actor_id: '3',
  repository: 'acme/ml-governance',
  repository_id: '812345',
  ref: 'refs/heads/main',
  workflow_ref: `${WORKFLOW}@refs/heads/main`,
  job_workflow_ref: `${WORKFLOW}@refs/heads/main`,
  event_name: 'workflow_dispatch',
  run_id: '42',
  run_attempt: '1',
  runner_environment: 'github-hosted',
  ...change,
})

const trusted = (issuer: Issuer, change: object = {}) =>
  TrustedApprovalWorkflow.parse({
    name: 'approve',
    issuer: issuer.url,
    workflow: WORKFLOW,
    ref: 'refs/heads/main',
    'repository-ids': ['812345'],
    runner: 'github-hosted',
    ...change,
  })

const receiptOf = (token: string, keys: object, change: object = {}) =>
  Buffer.from(
    JSON.stringify({ schema: 'https://proofmark.dev/receipt/v1', role: 'compliance', token, keys, ...change }),
  )

const minutes = (count: number) => new Date((IAT + count * 60) * 1000)
const shownBy = async (issuer: Issuer) =>
  new Map([[issuer.url, await issuers.thumbprints(await issuers.keys(issuer.url))]])

/** Judges a receipt months later, as a policy that trusts one workflow does. */
const judge = async (
  content: Uint8Array,
  { issuer, trust = {}, ...bar }: { issuer: Issuer; trust?: object } & Partial<Parameters<typeof proven>[1]>,
) =>
  proven(
    content,
    {
      model: MODEL,
      policy: { trust: { 'approval-workflows': [trusted(issuer, trust)] } },
      loggedAt: minutes(2),
      shownKeys: await shownBy(issuer),
      ...bar,
    },
    { issuers, sha256, now: () => new Date('2027-03-01T00:00:00Z') },
  )

const given = async (issuer: Issuer, change: object = {}) =>
  receiptOf(await issuer.sign(claims(issuer, change)), issuer.keys())

it.each(['RS256', 'ES256'] as const)('a receipt with %s proves an approval long after its token expired', async alg => {
  const issuer = await anIssuer(alg)
  const content = await given(issuer)
  expect(await judge(content, { issuer })).toEqual({
    restsOn: 'issuer',
    approval: {
      role: 'compliance',
      actor: 'carol',
      actorId: '3',
      at: '2026-11-23T06:00:00Z',
      of: { model: MODEL },
      document: sha256(content),
      url: 'https://github.com/acme/ml-governance/actions/runs/42',
    },
  })
})

describe('a token that proves nothing', () => {
  it.each<[string, object, string]>([
    ['of another model', { aud: approvalAudience(sha256('another')) }, 'not for this model'],
    ['for several audiences', { aud: [approvalAudience(MODEL), 'sts.amazonaws.com'] }, 'its claim aud is wrong'],
    ['for a longer audience', { aud: `${approvalAudience(MODEL)}0` }, 'not for this model'],
    ['of a run that somebody ran again', { run_attempt: '2' }, 'it is of attempt 2 of the run'],
    [
      'of another workflow',
      { workflow_ref: `${WORKFLOW.replace('approve', 'other')}@refs/heads/main` },
      'does not trust',
    ],
    ['of another branch', { workflow_ref: `${WORKFLOW}@refs/heads/main2` }, 'does not trust'],
    [
      'of a job written elsewhere',
      { job_workflow_ref: 'acme/x/.github/workflows/y.yml@refs/heads/main' },
      'its job is written',
    ],
    ['of another repository of the name', { repository_id: '999' }, 'the repository with the number 999, not 812345'],
    ['from a runner of their own', { runner_environment: 'self-hosted' }, 'a runner that is self-hosted'],
    ['from a runner that is not told', { runner_environment: undefined }, 'of no known kind'],
    ['of a push', { event_name: 'push' }, 'started by push'],
    ['by a bot', { actor: 'github-actions[bot]', actor_id: '41898282' }, 'github-actions[bot] is no person'],
    ['without an actor', { actor_id: undefined }, 'its claim actor_id is wrong'],
    ['by another issuer', { iss: 'https://token.actions.githubusercontent.com' }, 'it was issued by https://token'],
    ['that expired when it was issued', { exp: IAT }, 'it expired when it was issued'],
    ['from the future', { iat: IAT + 365 * 86_400, exp: IAT + 366 * 86_400 }, 'which is yet to come'],
  ])('%s', async (_, change, reason) => {
    const issuer = await anIssuer('ES256')
    expect(await judge(await given(issuer, change), { issuer })).toEqual({ refused: expect.stringContaining(reason) })
  })

  it('whose payload was changed after it was signed', async () => {
    const issuer = await anIssuer()
    const [header, , signature] = (await issuer.sign(claims(issuer))).split('.')
    const payload = Buffer.from(JSON.stringify(claims(issuer, { actor: 'dave', actor_id: '4' }))).toString('base64url')
    expect(await judge(receiptOf(`${header}.${payload}.${signature}`, issuer.keys()), { issuer })).toEqual({
      refused: expect.stringContaining('its signature does not hold'),
    })
  })

  it('that is not signed at all', async () => {
    const issuer = await anIssuer()
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const unsigned = `${part({ alg: 'none' })}.${part(claims(issuer))}.`
    expect(await judge(receiptOf(unsigned, issuer.keys()), { issuer })).toEqual({
      refused: 'it is signed with none, not with RS256 or ES256',
    })
  })

  it('whose signature is a MAC with the public key for a secret', async () => {
    const issuer = await anIssuer()
    const [jwk = {}] = issuer.keys().keys
    const pem = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' })
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const content = `${part({ alg: 'HS256', kid: jwk.kid })}.${part(claims(issuer))}`
    const token = `${content}.${createHmac('sha256', pem).update(content).digest('base64url')}`
    expect(await judge(receiptOf(token, issuer.keys()), { issuer })).toEqual({
      refused: 'it is signed with HS256, not with RS256 or ES256',
    })
  })

  it('signed with the keys of somebody else, kept with it as if they were of the issuer', async () => {
    const [issuer, mallory] = await Promise.all([anIssuer(), anIssuer()])
    const forged = receiptOf(await mallory.sign(claims(issuer)), mallory.keys())
    expect(await judge(forged, { issuer })).toEqual({ refused: expect.stringContaining('does not show the key') })
    const [pinned = ''] = await issuers.thumbprints(await issuers.keys(issuer.url))
    expect(await judge(forged, { issuer, trust: { keys: [pinned] } })).toEqual({
      refused: expect.stringContaining('the policy does not name the key that signed it'),
    })
  })

  it('whose receipt holds a private key, no key, or two keys of a name', async () => {
    const issuer = await anIssuer()
    const token = await issuer.sign(claims(issuer))
    const [jwk = {}] = issuer.keys().keys
    expect(await judge(receiptOf(token, { keys: [{ ...jwk, d: 'AQAB' }] }), { issuer })).toEqual({
      refused: expect.stringContaining('a public key, not a private one'),
    })
    expect(await judge(receiptOf(token, { keys: [] }), { issuer })).toEqual({
      refused: expect.stringContaining('keys.keys'),
    })
    expect(await judge(receiptOf(token, { keys: [jwk, jwk] }), { issuer })).toEqual({
      refused: expect.stringContaining('more than one key kept with it has the name'),
    })
  })

  it('that is too long, in a receipt that is too long, and in what is no receipt', async () => {
    const issuer = await anIssuer('ES256')
    const token = await issuer.sign(claims(issuer, { sub: 'x'.repeat(13_000) }))
    expect(await judge(receiptOf(token, issuer.keys()), { issuer })).toEqual({
      refused: expect.stringContaining('token is wrong'),
    })
    expect(await judge(Buffer.alloc(200_000, ' '), { issuer })).toEqual({
      refused: 'it has 200000 bytes, more than 131072',
    })
    expect(await judge(Buffer.from('{'), { issuer })).toEqual({ refused: 'it is no JSON' })
    expect(await judge(receiptOf('a.b.c', issuer.keys(), { note: '' }), { issuer })).toEqual({
      refused: expect.stringContaining('the document is wrong'),
    })
  })
})

describe('the time in the log', () => {
  it.each<[number, string | undefined]>([
    [-6, 'before it was issued'],
    [-4, undefined],
    [0, undefined],
    [60, undefined],
    [64, undefined],
    [66, 'more than an hour after it was issued'],
    [60 * 24 * 30, 'more than an hour after it was issued'],
  ])('%i minutes after the token was issued: %s', async (later, reason) => {
    const issuer = await anIssuer('ES256')
    const judged = await judge(await given(issuer), { issuer, loggedAt: minutes(later) })
    if (reason === undefined) expect(judged).toMatchObject({ approval: { actor: 'carol' } })
    else expect(judged).toEqual({ refused: expect.stringContaining(reason) })
  })
})

it('needs a place in the log where the policy trusts one', async () => {
  const issuer = await anIssuer('ES256')
  const content = await given(issuer)
  const log = { origin: 'acme/log', key: 'acme/log+00000000+AA', quorum: 0 }
  const policy = { trust: { 'approval-workflows': [trusted(issuer)], log } }
  expect(await judge(content, { issuer, policy })).toMatchObject({ approval: { actor: 'carol' } })
  expect(await judge(content, { issuer, policy, loggedAt: undefined })).toEqual({
    refused: 'it is not in the log, which alone says when it was given',
  })
})

describe('keys', () => {
  it('that were rotated and retired still prove it where the policy pins them, or the log has it and nobody was asked', async () => {
    const issuer = await anIssuer()
    const pins = await issuers.thumbprints(await issuers.keys(issuer.url))
    await issuer.rotate('RS256')
    const before = await given(issuer)
    pins.push(...(await issuers.thumbprints(await issuers.keys(issuer.url))).slice(1))
    await issuer.rotate('RS256')
    issuer.retire()
    issuer.retire()
    expect(await judge(before, { issuer })).toEqual({ refused: expect.stringContaining('pin it in the policy') })
    expect(await judge(before, { issuer, trust: { keys: pins } })).toMatchObject({ restsOn: 'policy' })
    expect(await judge(before, { issuer, shownKeys: undefined })).toMatchObject({ restsOn: 'log' })
    expect(await judge(before, { issuer, shownKeys: undefined, loggedAt: undefined })).toEqual({
      refused: expect.stringContaining('nothing says that the key'),
    })
    expect(await judge(await given(issuer), { issuer })).toMatchObject({ restsOn: 'issuer' })
  })

  it('two at a time: the token is verified by the one it names', async () => {
    const issuer = await anIssuer('ES256')
    const old = await issuer.sign(claims(issuer))
    await issuer.rotate('RS256')
    expect(await judge(receiptOf(old, issuer.keys()), { issuer })).toMatchObject({ restsOn: 'issuer' })
    expect(await judge(await given(issuer), { issuer })).toMatchObject({ restsOn: 'issuer' })
  })
})

it('of the author themself counts for nothing', async () => {
  const issuer = await anIssuer('ES256')
  const judged = await judge(await given(issuer), { issuer })
  if (!('approval' in judged)) throw new Error(judged.refused)
  const rule = (login: string, id: string) =>
    approvalsRule(
      [judged.approval],
      [ApprovalRule.parse({ role: 'compliance' })],
      { compliance: { users: ['carol'] } },
      {
        model: MODEL,
        authors: [{ login, id }],
        unknownAuthors: [],
        triggers: [],
        waiverRequesters: [],
      },
    )
  expect(rule('alice', '1')).toMatchObject({ status: 'passed' })
  expect(rule('carol-renamed', '3')).toMatchObject({
    status: 'failed',
    reason: expect.stringContaining('is an author of the change'),
  })
})
