import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { auditRecord } from '../../../src/commands/audit-record.ts'
import { demote } from '../../../src/commands/demote.ts'
import { promote } from '../../../src/commands/promote.ts'
import { aboutTheLog } from '../../../src/commands/verification/about-the-log.ts'
import type { Leaf } from '../../../src/core/record/log/leaf.ts'
import { writeSignerKey } from '../../../src/core/record/log/note-key.ts'
import { POINTER_SCHEMA, Pointer, pointerText } from '../../../src/core/record/promotion/pointer.ts'
import { REVOCATION_SCHEMA, revocationText } from '../../../src/core/record/promotion/revocation.ts'
import { folder } from '../../../src/targets/folder/folder.ts'
import { disk, evidence, memoryPorts, settingsWith, sha256, subjectOf } from '../../core/record/memory.ts'
import { workshop } from '../../harness/certified.ts'
import { appender, logPorts, logSigner, NOW, readable, write } from '../../harness/log/a-log.ts'
import {
  CERTIFICATE,
  CERTIFIED,
  type LoggedCertificate,
  loggedCertificate,
} from '../../harness/log/logged-certificate.ts'
import type { MemoryBranch } from '../../harness/log/memory-branch.ts'

const LATER = new Date('2026-12-01T07:00:00Z')

let made: LoggedCertificate
beforeEach(async () => {
  made = await loggedCertificate()
})

/** Brings an entry and its document into the branch as whoever may write there can; it is not signed. */
async function bringIn(branch: MemoryBranch, document: string, parts: Partial<Leaf>, now = NOW): Promise<void> {
  branch.faults.push(
    async () => {},
    () => Promise.reject(new Error('has no key')),
  )
  await expect(appender(branch, logPorts(now))([write(document, parts)])).rejects.toThrow('has no key')
}

/** Lets an honest writer go on, who signs what is there. */
const nextWriter = (branch: MemoryBranch, words = 'an honest entry') => appender(branch)([write(words)])

describe('an entry that somebody brought in who has no key of the log', () => {
  it('is in no log until the next writer signs it', async () => {
    await bringIn(made.branch, made.certificate, { id: `sha256:${made.modelId}` })
    expect(await readable(made.branch)).toMatchObject({ leaves: [], unsigned: 1 })
    expect((await made.verify({ log: made.log() })).outcome).toBe('refused')
    await nextWriter(made.branch)
    expect((await made.verify({ log: made.log() })).outcome).toBe('verified')
  })

  it('is never signed where it is dated in the future, which would make every later one late', async () => {
    const at = (minutes: number) => `${new Date(NOW.getTime() + minutes * 60_000).toISOString().slice(0, 19)}Z`
    await bringIn(made.branch, 'a little ahead', { at: at(10) })
    await nextWriter(made.branch)
    await bringIn(made.branch, 'far ahead', { at: at(11) }, new Date(at(11)))
    await expect(nextWriter(made.branch, 'another')).rejects.toMatchObject({
      code: 'log.corrupt',
      message: `CORRUPT: entry 2 is dated ${at(11)}, which is yet to come (acme/governance@proofmark-log)`,
    })
    expect((await readable(made.branch)).leaves).toHaveLength(2)

    const { branch } = await loggedCertificate()
    const head = await branch.head()
    await expect(appender(branch)([write('our own', { at: at(11) })])).rejects.toMatchObject({ code: 'log.time' })
    expect(await branch.head()).toBe(head)
  })

  it('makes no certificate of what nobody trusted has signed', async () => {
    const mallory = await loggedCertificate()
    const { log: _, ...theirs } = mallory.trust()
    made.files.set(CERTIFICATE, new TextEncoder().encode(mallory.certificate))
    await bringIn(made.branch, mallory.publicKey, { type: 'key' })
    await nextWriter(made.branch, 'an honest entry before')
    await bringIn(made.branch, mallory.certificate, { id: `sha256:${mallory.modelId}` })
    await nextWriter(made.branch)
    expect((await made.verify({ key: made.trust(theirs), log: made.log() })).outcome).toBe('verified')
    const refused = await made.verify({ log: made.log() })
    expect(refused.outcome).toBe('refused')
    expect(refused.steps.at(-1)).toMatchObject({ id: 'signature', status: 'failed' })
  })

  it('is not older than what the log held before it: a key that was stolen is not used by dating back', async () => {
    await made.enter({ at: '2026-01-01T00:00:00Z' })
    const keys = (window: object) => made.trust({ keys: [{ name: 'certifier', key: made.publicKey, ...window }] })
    const ended = keys({ 'not-after': '2026-11-30T10:59:59Z' })
    expect(
      (await made.verify({ key: ended, log: made.log() })).steps.find(({ id }) => id === 'key-window'),
    ).toMatchObject({ status: 'failed', reason: expect.stringContaining('it was made at 2026-11-30T11:00:00.000Z') })
    expect((await made.verify({ key: keys({ 'not-after': '2026-11-30T11:00:00Z' }), log: made.log() })).outcome).toBe(
      'verified',
    )
    await made.revoke({ key: 'proofmark.pub', since: '2026-11-30T11:00:00Z' })
    expect((await made.verify({ log: made.log() })).steps.at(-1)).toMatchObject({ id: 'not-revoked', status: 'failed' })
  })

  it('may be dated back as far as the newest entry before it: only a key that is revoked as a whole is of no use then', async () => {
    await nextWriter(made.branch)
    await bringIn(made.branch, made.certificate, { id: `sha256:${made.modelId}`, at: '2026-11-30T11:00:01Z' })
    await made.revoke({ key: 'proofmark.pub', since: '2026-11-30T11:30:00Z' })
    expect((await made.verify({ log: made.log() })).outcome).toBe('verified')
    await made.revoke({ key: 'proofmark.pub' })
    expect((await made.verify({ log: made.log() })).outcome).toBe('refused')
  })

  it('can take away: a revocation that somebody forged stops the model, and names itself', async () => {
    await made.enter()
    const text = revocationText({
      schema: REVOCATION_SCHEMA,
      certificate: sha256(made.certificate),
      reason: 'forged',
      at: '2026-11-30T11:00:00Z',
    })
    await bringIn(made.branch, text, { type: 'revocation' })
    expect((await made.verify({ log: made.log() })).outcome).toBe('verified')
    await nextWriter(made.branch)
    const refused = await made.verify({ log: made.log() })
    expect(refused.outcome).toBe('refused')
    expect(refused.steps.at(-1)?.reason).toBe('The certificate was revoked at 2026-11-30T11:00:00Z: forged')
  })

  it('gives nothing by a waiver, a policy, a review or an approval that a certification does not find elsewhere', async () => {
    const checks = [{ id: 'rows.enough', title: 'Enough rows', status: 'fail', reason: 'Too few' } as const]
    const failing = evidence('data-validate', { subject: subjectOf(CERTIFIED), checks })
    const files = disk({ ...CERTIFIED, 'out/data-validate.evidence.json': JSON.stringify(failing) })
    const { privateKey } = await memoryPorts(files).signing.generate('p256')
    const id = `sha256:${made.modelId}`
    const waiver = {
      rule: 'data-validate/rows.enough',
      model: id,
      reason: 'forged',
      owner: 'mallory',
      'requested-by': 'mallory',
      expires: '2027-01-01',
    }
    for (const [type, document] of [
      ['waiver', JSON.stringify(waiver)],
      ['policy', JSON.stringify({ require: ['security-scan'], waivers: [waiver] })],
      ['review', '{}'],
      ['approval', '{"role":"compliance"}'],
    ] as const)
      await bringIn(made.branch, document, { type, id }).then(() => nextWriter(made.branch, type))
    const settings = settingsWith({
      model: { name: 'credit', version: '3', files: Object.keys(CERTIFIED) },
      policy: { require: ['data-validate'] },
      record: { log: { remote: 'log' } },
    })
    const options = { out: 'out', privateKey, logKey: writeSignerKey(logSigner) }
    const ports = { ...memoryPorts(files, NOW.toISOString()), logs: { open: () => made.branch } }
    const { verdict, decision } = await auditRecord(settings, options, ports)
    expect(verdict).toBe('failed')
    expect(decision.waivers).toEqual([])
  })
})

it('no promotion that somebody forged in the log moves production, or is gone back to', async () => {
  const shop = await workshop()
  const target = folder('folder:production', 'production', { root: shop.root, environment: {} })
  const [one, two] = [await shop.certify('1', { a: '1' }), await shop.certify('2', { a: '2' })]
  const { branch } = made
  const recordLog = made.log()
  const writing = {
    ...recordLog,
    append: async (leaf: Leaf, text: string) =>
      void (await appender(branch, logPorts(LATER))([{ leaf, document: new TextEncoder().encode(text) }])),
  }
  const world = () => shop.world(target, { recordLog: writing })
  await promote(one, world())
  await promote(two, world())
  const standing = () => Pointer.parse(JSON.parse(readFileSync(join(shop.root, 'production/production.json'), 'utf8')))
  const before = standing()
  const evil = { name: 'credit-default 9', id: 'f'.repeat(64), certificate: 'e'.repeat(64) }
  const at = '2026-12-01T07:00:00Z'
  const forged = pointerText({
    schema: POINTER_SCHEMA,
    kind: 'promotion',
    target: target.name,
    to: evil,
    from: evil,
    at,
  })
  await appender(
    branch,
    logPorts(LATER),
  )([write(forged, { type: 'promotion', target: target.name, id: `sha256:${evil.id}`, at })])
  expect(await promote(two, world())).toMatchObject({ outcome: 'already-there' })
  expect(standing()).toEqual(before)
  await demote({ back: 'previous', reason: 'INC-1' }, world())
  expect(standing().to?.name).toBe('credit-default 1')
})

it('a signature that waits for the time of the log has none where there is neither log nor proof', async () => {
  const certificate = {
    sha256: sha256(made.certificate),
    modelId: made.modelId,
    key: undefined,
    window: { 'not-before': '2026-01-01T00:00:00Z' },
    seen: undefined,
  }
  const asked = { certificate, trusted: undefined, log: undefined, proof: 'none' }
  expect(await aboutTheLog(asked, memoryPorts(disk()))).toMatchObject([{ id: 'key-window', status: 'failed' }])
})
