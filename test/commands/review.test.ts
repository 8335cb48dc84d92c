import { beforeAll, describe, expect, it } from 'vitest'
import { auditRecord } from '../../src/commands/audit-record.ts'
import { enterReview } from '../../src/commands/enter-review.ts'
import { type ReviewOptions, review } from '../../src/commands/review.ts'
import type { KeyPair } from '../../src/core/record/key-pair.ts'
import { Policy } from '../../src/core/record/policy/policy.ts'
import { REVOCATION_SCHEMA, revocationText } from '../../src/core/record/promotion/revocation.ts'
import { reviewLine, reviewSummary } from '../../src/report/review.ts'
import { type Disk, disk, evidence, memoryPorts, settingsWith, sha256, subjectOf } from '../core/record/memory.ts'
import { aGitHub, forgeFor } from '../github/a-github.ts'
import type { GitHub } from '../harness/github.ts'
import { memoryLog } from '../harness/memory-log.ts'

let pair: KeyPair
beforeAll(async () => {
  pair = await memoryPorts(disk()).signing.generate('p256')
})

/** A certificate that was made at a time, for 90 days. */
async function certificate(at: string, { name = 'credit', key = pair.privateKey } = {}): Promise<Uint8Array> {
  const subject = subjectOf({ 'm/model.bin': name })
  const files = disk({
    'm/model.bin': name,
    '.proofmark/data-validate.evidence.json': JSON.stringify(evidence('data-validate', { subject })),
  })
  const settings = settingsWith({ model: { name, version: '1', files: ['m'] }, policy: { require: ['data-validate'] } })
  const { path } = await auditRecord(settings, { out: '.proofmark', privateKey: key }, memoryPorts(files, at))
  return files.get(path ?? '') ?? new Uint8Array()
}

const waiver = (expires: string, change: object = {}) => ({
  rule: 'artefact',
  name: 'mylib.Encoder',
  sha256: 'a'.repeat(64),
  reason: 'Reviewed <b>@everyone</b>',
  owner: '@acme/risk',
  expires,
  ...change,
})
const policyWith = (...waivers: object[]) => Policy.parse({ waivers })

async function reviewed(
  files: Disk,
  now: string,
  { github, ...options }: Partial<ReviewOptions> & { github?: GitHub } = {},
) {
  const forge =
    github && forgeFor(github, { head: github.main, base: github.main, number: 1 }, { pullRequest: undefined })
  return review(
    {
      policy: policyWith(),
      policyName: 'proofmark.yml',
      files: ['certified'],
      releases: false,
      issues: false,
      ...options,
    },
    { ...memoryPorts(files, now), ...(forge ? { forge } : {}) },
  )
}

describe('finds', () => {
  it.each<[string, string, string]>([
    ['2027-01-20T00:00:00Z', 'passed', '1 certificate and 0 waivers: none ends within 30 days'],
    ['2027-01-23T00:00:00Z', 'passed', '1 certificate and 0 waivers: 1 ends within 30 days'],
    ['2027-02-21T06:00:00Z', 'passed', '1 certificate and 0 waivers: 1 ends within 30 days'],
    ['2027-02-21T06:00:01Z', 'failed', '1 certificate and 0 waivers: 1 ended'],
  ])('on %s: %s, %s', async (now, verdict, line) => {
    const files = disk({ 'certified/certificate.sigstore.json': await certificate('2026-11-23T06:00:00Z') })
    const result = await reviewed(files, now)
    expect(result.verdict).toBe(verdict)
    expect(reviewLine(result)).toBe(line)
  })

  it('certificates in the log by those whom the policy trusts, but for those that it revokes', async () => {
    const log = memoryLog()
    const { privateKey } = await memoryPorts(disk()).signing.generate('p256')
    for (const [name, key] of [
      ['credit', pair.privateKey],
      ['churn', pair.privateKey],
      ['fraud', privateKey],
    ] as const) {
      const document = new TextDecoder().decode(await certificate('2026-11-23T06:00:00Z', { name, key }))
      const at = '2026-11-23T06:00:00Z'
      await log.append({ v: 1, type: 'certificate', at, model: name, document: `sha256:${sha256(document)}` }, document)
      if (name === 'churn') {
        const revocation = revocationText({
          schema: REVOCATION_SCHEMA,
          certificate: sha256(document),
          reason: 'It leaks',
          at,
        })
        await log.append({ v: 1, type: 'revocation', at, document: `sha256:${sha256(revocation)}` }, revocation)
      }
    }
    const trust = { keys: [{ name: 'certifier', key: pair.publicKey }] }
    const policy = Policy.parse({ trust })
    const { ended, problems } = await reviewed(disk(), '2027-03-01T00:00:00Z', { policy, log, files: [] })
    expect(ended.map(({ what }) => what)).toEqual(['credit 1'])
    expect(problems).toEqual([expect.stringMatching(/^the log \(sha256:[0-9a-f]{64}\): Expected a signature/)])
  })

  it('what a log can be told: that it was reviewed, and what is due', async () => {
    const log = memoryLog()
    const files = disk({ 'certified/certificate.sigstore.json': await certificate('2026-11-23T06:00:00Z') })
    const result = await reviewed(files, '2027-03-01T00:00:00Z')
    await enterReview(result, log, memoryPorts(files, '2027-03-01T00:00:00Z'))
    expect(log.leaves.map(({ type, at }) => [type, at])).toEqual([['review', '2027-03-01T00:00:00Z']])
    expect([...log.documents.values()].map(text => JSON.parse(text))).toEqual([
      expect.objectContaining({ certificates: 1, waivers: 0, ended: ['credit 1'], ending: [] }),
    ])
  })

  it('nothing where there is nothing, which is no success', async () => {
    const result = await reviewed(disk(), '2026-12-01T00:00:00Z')
    expect(result.verdict).toBe('inconclusive')
    expect(reviewLine(result)).toBe('There was no certificate and no waiver to review')
  })

  it('waivers to the end of their last day, as early as the policy says', async () => {
    const policy = { ...policyWith(waiver('2026-12-31')), 'review-days-before': 7 }
    const on = async (now: string) => reviewLine(await reviewed(disk(), now, { policy }))
    expect(await on('2026-12-24T00:00:00Z')).toBe('0 certificates and 1 waiver: none ends within 7 days')
    expect(await on('2026-12-25T00:00:00Z')).toBe('0 certificates and 1 waiver: 1 ends within 7 days')
    expect(await on('2026-12-31T23:59:59Z')).toBe('0 certificates and 1 waiver: 1 ends within 7 days')
    expect(await on('2027-01-01T00:00:00Z')).toBe('0 certificates and 1 waiver: 1 ended')
  })

  it('of several certificates of a model the one that holds longest', async () => {
    const files = disk({
      'certified/1/certificate.sigstore.json': await certificate('2026-09-01T00:00:00Z'),
      'certified/2/certificate.sigstore.json': await certificate('2026-11-23T06:00:00Z'),
      'certified/other/certificate.sigstore.json': await certificate('2026-08-01T00:00:00Z', { name: 'churn' }),
    })
    const { ended, ending } = await reviewed(files, '2026-12-01T00:00:00Z')
    expect(ended.map(({ what }) => what)).toEqual(['churn 1'])
    expect(ending).toEqual([])
  })

  it('a certificate by somebody else, or what is none, named and not counted', async () => {
    const { privateKey } = await memoryPorts(disk()).signing.generate('p256')
    const files = disk({
      'proofmark.pub': pair.publicKey,
      'certified/certificate.sigstore.json': await certificate('2026-11-23T06:00:00Z', { key: privateKey }),
      'certified/junk/certificate.sigstore.json': '{}',
    })
    const result = await reviewed(files, '2026-12-01T00:00:00Z', { key: 'proofmark.pub' })
    expect(result.verdict).toBe('inconclusive')
    expect(result.certificates).toBe(0)
    expect(result.problems).toHaveLength(2)
    expect(reviewLine(result)).toBe(
      'There was no certificate and no waiver to review; 2 certificates could not be read',
    )
  })
})

describe('issues', () => {
  const issuesOf = async (github: GitHub) =>
    (await github.read<{ number: number; title: string; body: string; state: string }[]>('/issues?state=all')).toSorted(
      (a, b) => a.number - b.number,
    )

  it('are opened once, told anew when the end has come, and closed when it has moved', async () => {
    const github = await aGitHub()
    const old = { 'certified/certificate.sigstore.json': await certificate('2026-11-23T06:00:00Z') }
    const options = { github, issues: true }
    const first = await reviewed(disk(old), '2027-02-01T06:00:00Z', options)
    expect(first.issues).toMatchObject({ opened: [{ number: 1 }], updated: 0, closed: 0 })
    const again = await reviewed(disk(old), '2027-02-08T06:00:00Z', options)
    expect(again.issues).toMatchObject({ opened: [], updated: 0, closed: 0 })
    expect(await issuesOf(github)).toMatchObject([
      { title: 'Certificate of credit 1 ends on 2027-02-21', state: 'open' },
    ])

    const late = await reviewed(disk(old), '2027-03-01T06:00:00Z', options)
    expect(late.issues).toMatchObject({ opened: [], updated: 1, closed: 0 })
    expect(await issuesOf(github)).toMatchObject([
      { title: 'Certificate of credit 1 ended on 2027-02-21', state: 'open' },
    ])

    const renewed = { ...old, 'certified/2/certificate.sigstore.json': await certificate('2027-03-02T06:00:00Z') }
    const after = await reviewed(disk(renewed), '2027-03-03T06:00:00Z', options)
    expect(after.issues).toMatchObject({ opened: [], updated: 0, closed: 1 })
    expect(await issuesOf(github)).toMatchObject([{ state: 'closed' }])
    expect(await github.comments(1)).toMatchObject([{ body: 'Renewed: its end has moved.' }])

    const next = await reviewed(disk(renewed), '2027-05-15T06:00:00Z', options)
    expect(next.issues).toMatchObject({ opened: [{ number: 2 }] })
  })

  it('stay closed for this end where somebody has closed them, and open where their certificate is not found', async () => {
    const github = await aGitHub()
    const options = { github, issues: true, policy: policyWith(waiver('2026-12-31')) }
    const files = disk({ 'certified/certificate.sigstore.json': await certificate('2026-09-20T06:00:00Z') })
    await reviewed(files, '2026-12-12T06:00:00Z', options)
    expect(await issuesOf(github)).toMatchObject([{ state: 'open' }, { state: 'open' }])
    const forge = forgeFor(github, { head: github.main, base: github.main, number: 1 }, { pullRequest: undefined })
    const [, ofWaiver] = await issuesOf(github)
    await forge.closeIssue(ofWaiver?.number ?? 0, 'We know')

    const again = await reviewed(disk(), '2026-12-13T06:00:00Z', options)
    expect(again.issues).toMatchObject({ opened: [], closed: 0 })
    expect(await issuesOf(github)).toMatchObject([{ state: 'open' }, { state: 'closed' }])

    const moved = await reviewed(disk(), '2026-12-13T06:00:00Z', {
      ...options,
      policy: policyWith(waiver('2027-01-05')),
    })
    expect(moved.issues).toMatchObject({
      opened: [{ title: 'Waiver of mylib.Encoder in aaaaaaaaaaaa ends on 2027-01-05' }],
    })
  })

  it('of a waiver that is gone from the policy are closed', async () => {
    const github = await aGitHub()
    const policy = policyWith(waiver('2026-12-31'), waiver('2026-12-31', { name: 'other.Thing' }))
    await reviewed(disk(), '2026-12-12T06:00:00Z', { github, issues: true, policy })
    const { issues } = await reviewed(disk(), '2026-12-12T06:00:00Z', {
      github,
      issues: true,
      policy: policyWith(waiver('2026-12-31')),
    })
    expect(issues).toMatchObject({ opened: [], closed: 1 })
  })

  it('mention nobody, and hold no markup of others', async () => {
    const github = await aGitHub()
    const policy = policyWith(waiver('2026-12-31', { name: 'x --> <img src=x> @mallory' }))
    const result = await reviewed(disk(), '2026-12-12T06:00:00Z', { github, issues: true, policy })
    const [issue] = await issuesOf(github)
    expect(issue?.body).not.toMatch(/<img|<b>|@everyone|@mallory|@acme/)
    expect(reviewSummary(result)).not.toMatch(/<img|@mallory|@acme/)
    expect((await reviewed(disk(), '2026-12-12T06:00:00Z', { github, issues: true, policy })).issues?.opened).toEqual(
      [],
    )
  })

  it("do not take a stranger's copy for ours", async () => {
    const github = await aGitHub()
    const options = { github, issues: true, policy: policyWith(waiver('2026-12-31')) }
    await reviewed(disk(), '2026-12-12T06:00:00Z', options)
    const [ours] = await issuesOf(github)
    const other = await aGitHub()
    await other.openIssue(ours?.title ?? '', ours?.body ?? '', { by: 'mallory' })
    const { issues } = await reviewed(disk(), '2026-12-12T06:00:00Z', { ...options, github: other })
    expect(issues?.opened).toHaveLength(1)
  })
})

it('finds certificates in releases', async () => {
  const github = await aGitHub()
  const forge = forgeFor(github, { head: github.main, base: github.main, number: 1 }, { pullRequest: undefined })
  const content = await certificate('2026-11-23T06:00:00Z')
  await forge.release('certified-1', '', [{ name: 'certificate.sigstore.json', content }])
  const files = disk({ 'proofmark.pub': pair.publicKey })
  const options = { github, releases: true, files: [], key: 'proofmark.pub' }
  expect((await reviewed(files, '2027-02-21T06:00:01Z', options)).ended).toMatchObject([
    { what: 'credit 1', where: 'release certified-1' },
  ])
})
