import { beforeEach, describe, expect, it } from 'vitest'
import type { Verification } from '../../../src/commands/verify.ts'
import type { StepId } from '../../../src/core/record/verification/step.ts'
import { sha256 } from '../../core/record/memory.ts'
import { appender, NOW, ORIGIN, trustedIn, write } from '../../harness/log/a-log.ts'
import {
  CERTIFICATE,
  type Given,
  type LoggedCertificate,
  loggedCertificate,
  PROOF,
} from '../../harness/log/logged-certificate.ts'

let made: LoggedCertificate
beforeEach(async () => {
  made = await loggedCertificate()
})

const hours = (n: number) => new Date(NOW.getTime() - n * 3_600_000)
const step = ({ steps }: Verification, id: StepId) => steps.find(each => each.id === id)
const ids = ({ steps }: Verification) => steps.slice(-3).map(({ id, status }) => `${id} ${status}`)
const trusting = (...of: Parameters<typeof trustedIn>) => made.trust({ log: trustedIn(...of) })

/** What the last questions came to with the whole log, and with the proof alone. */
async function bothWays(given: Given = {}, witnesses = 0) {
  const whole = await made.verify({ log: made.log(witnesses), ...given })
  await made.prove(undefined, witnesses)
  return { whole, proof: await made.verify(given) }
}

describe('a certificate that a trusted log holds', () => {
  it('is verified with the log, by its place and size', async () => {
    await made.enter()
    const verified = await made.verify({ log: made.log() })
    expect(verified.outcome).toBe('verified')
    expect(ids(verified)).toEqual(['validity passed', 'logged passed', 'not-revoked passed'])
    expect(step(verified, 'logged')?.reason).toBe(`Entry 3 of ${ORIGIN} at size 4`)
    expect(step(verified, 'not-revoked')?.reason).toBe(
      'None of the 4 entries of acme/governance@proofmark-log revokes it or its key',
    )
  })

  it('is not verified by its proof alone, which cannot say what was revoked since', async () => {
    await made.enter()
    await made.prove()
    const verified = await made.verify()
    expect(verified.outcome).toBe('unverifiable')
    expect(ids(verified)).toEqual(['validity passed', 'logged passed', 'not-revoked inconclusive'])
    expect(step(verified, 'not-revoked')?.reason).toContain('the log itself')
  })

  it('names the witnesses that have seen it, and by when', async () => {
    await made.enter()
    await made.witness(hours(1))
    for (const verified of Object.values(await bothWays({ key: trusting(1) }, 1)))
      expect(step(verified, 'logged')).toMatchObject({
        status: 'passed',
        reason: `Entry 3 of ${ORIGIN} at size 4, which witness.example/w0 had seen by 2026-11-30T11:00:00.000Z`,
      })
  })

  it('is taken by a proof that lies elsewhere, where one is named', async () => {
    await made.enter()
    await made.prove()
    made.files.set('elsewhere', made.files.get(PROOF) ?? new Uint8Array())
    made.files.delete(PROOF)
    expect(step(await made.verify({ proof: 'elsewhere' }), 'logged')?.status).toBe('passed')
  })
})

describe('a certificate that no trusted log holds', () => {
  it('is refused where the log has no entry of it', async () => {
    const refused = await made.verify({ log: made.log() })
    expect(refused.outcome).toBe('refused')
    expect(step(refused, 'logged')?.reason).toBe(
      `UNPROVEN: expected sha256:${sha256(made.certificate)} among the 0 entries of acme/governance@proofmark-log but found none`,
    )
  })

  it('is refused where the log has it as something else', async () => {
    await made.enter({ type: 'refusal' })
    expect(step(await made.verify({ log: made.log() }), 'logged')?.status).toBe('failed')
    await made.prove()
    expect(step(await made.verify(), 'logged')).toMatchObject({
      status: 'failed',
      reason: 'UNPROVEN: expected a proof about a certificate but found one about a refusal',
    })
  })

  it('is not verified without a proof, and without the log', async () => {
    await made.enter()
    const verified = await made.verify()
    expect(verified.outcome).toBe('unverifiable')
    expect(ids(verified)).toEqual(['validity passed', 'logged inconclusive', 'not-revoked inconclusive'])
    expect(step(verified, 'logged')?.reason).toBe(`Expected a proof that it is in the log at ${PROOF} but found none`)
  })

  it('is refused with the proof of another document', async () => {
    await made.enter()
    await made.prove({ index: 1 })
    const refused = await made.verify()
    expect(refused.outcome).toBe('refused')
    expect(step(refused, 'logged')?.reason).toMatch(/^UNPROVEN: expected a proof about sha256:\w+ but found one about/)
  })

  it('is refused where its entry is about another model', async () => {
    await made.enter({ id: `sha256:${sha256('another model')}` })
    for (const refused of Object.values(await bothWays()))
      expect(step(refused, 'logged')).toMatchObject({
        status: 'failed',
        reason: `Expected the entry to be about model sha256:${made.modelId} but it is about sha256:${sha256('another model')}`,
      })
  })

  it('is refused with a proof that no proof is, or that is too large to be one', async () => {
    made.files.set(PROOF, new TextEncoder().encode('c2sp.org/tlog-proof@v1\n'))
    expect(step(await made.verify(), 'logged')).toMatchObject({ status: 'failed' })
    made.files.set(PROOF, new Uint8Array(100 * 1024 * 1024).fill(120))
    await expect(made.verify()).rejects.toMatchObject({ code: 'file.too-large' })
  })
})

describe('a log that too few have seen', () => {
  it('counts for nothing, neither read nor by a proof', async () => {
    await made.enter()
    await made.prove()
    const read = await made.verify({ key: trusting(1), log: made.log(1) })
    expect(read.outcome).toBe('unverifiable')
    expect(step(read, 'log')).toMatchObject({ status: 'inconclusive', reason: expect.stringMatching(/^UNWITNESSED/) })
    expect(step(await made.verify({ key: trusting(1) }), 'logged')).toMatchObject({
      status: 'inconclusive',
      reason: expect.stringMatching(/^UNWITNESSED/),
    })
  })

  it('does not stand for an entry that came after', async () => {
    await appender(made.branch)([write('before')])
    await made.witness()
    await made.enter()
    const refused = await made.verify({ key: trusting(1), log: made.log(1) })
    expect(refused.outcome).toBe('unverifiable')
    expect(step(refused, 'logged')?.reason).toBe(
      'UNWITNESSED: entry 4 of acme/governance@proofmark-log is new: its witnesses have seen 1',
    )
  })

  it('is stale where they saw it too long ago', async () => {
    await made.enter()
    await made.witness(hours(25))
    await made.prove(undefined, 1)
    expect(step(await made.verify({ key: trusting(1, 1, 24) }), 'logged')).toMatchObject({
      status: 'inconclusive',
      reason: expect.stringMatching(/^STALE/),
    })
    expect(step(await made.verify({ key: trusting(1, 1, 26) }), 'logged')?.status).toBe('passed')
  })
})

describe('a log that was put back or made anew', () => {
  it('is refused by whoever has seen the other', async () => {
    const { size, root } = await made.enter()
    const before = made.branch.history.at(1)
    const seen = [{ size, root }]
    expect((await made.verify({ log: made.log(0, seen) })).outcome).toBe('verified')
    made.branch.force(before)
    expect(step(await made.verify({ log: made.log(0, seen) }), 'log')).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/^ROLLBACK/),
    })
    const other = await loggedCertificate()
    await other.enter()
    await other.enter()
    expect(step(await made.verify({ log: other.log(0, seen) }), 'log')).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/^FORK/),
    })
    made.branch.force(undefined)
    expect(step(await made.verify({ log: made.log(0, seen) }), 'log')).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/^ROLLBACK/),
    })
  })
})

describe('a key that counts for some time only', () => {
  const keyed = (window: { 'not-before'?: string; 'not-after'?: string }) =>
    made.trust({ keys: [{ name: 'certifier', key: made.publicKey, ...window }] })

  it.each([
    ['while it counted', { 'not-before': '2026-11-30T11:30:00Z', 'not-after': '2026-11-30T11:30:00Z' }, 'passed'],
    ['after it had ended', { 'not-after': '2026-11-30T11:29:59Z' }, 'failed'],
    ['before it began', { 'not-before': '2026-11-30T11:30:01Z' }, 'failed'],
  ] as const)('is held against the time of the log: logged %s', async (_, window, status) => {
    await made.enter({ at: '2026-11-30T11:30:00Z' })
    for (const verified of Object.values(await bothWays({ key: keyed(window) })))
      expect(step(verified, 'key-window')?.status).toBe(status)
  })

  it('counts for nothing where the log has not the certificate, or there is neither log nor proof', async () => {
    const window = { 'not-before': '2026-01-01T00:00:00Z' }
    for (const given of [{ log: made.log() }, {}]) {
      const refused = await made.verify({ key: keyed(window), ...given })
      expect(refused.outcome).toBe('refused')
      expect(step(refused, 'key-window')?.status).toBe('failed')
    }
    const { log: _, ...alone } = keyed(window)
    expect((await made.verify({ key: alone, log: made.log() })).outcome).toBe('refused')
    expect((await made.verify({ key: alone })).outcome).toBe('refused')
  })
})

describe('what was revoked', () => {
  it('is refused: the certificate itself', async () => {
    await made.enter()
    await made.revoke({ certificate: CERTIFICATE })
    const refused = await made.verify({ log: made.log() })
    expect(refused.outcome).toBe('refused')
    expect(step(refused, 'not-revoked')?.reason).toBe(
      'The certificate was revoked at 2026-11-30T12:00:00Z: wrong labels',
    )
  })

  it('is refused by the log alone, where none is trusted', async () => {
    const { log: _, ...alone } = made.trust()
    expect((await made.verify({ key: alone, log: made.log() })).outcome).toBe('verified')
    await made.revoke({ certificate: CERTIFICATE })
    expect((await made.verify({ key: alone, log: made.log() })).outcome).toBe('refused')
  })

  it.each([
    [undefined, 'failed'],
    ['2026-11-30T11:00:00Z', 'failed'],
    ['2026-11-30T11:00:01Z', 'passed'],
  ] as const)('is every signature of a key since %s, by the time of the log: %s', async (since, status) => {
    await made.enter({ at: '2026-11-30T11:00:00Z' })
    await made.revoke({ key: 'proofmark.pub', ...(since === undefined ? {} : { since }) })
    expect(step(await made.verify({ log: made.log() }), 'not-revoked')?.status).toBe(status)
  })

  it('is not another certificate of the same key', async () => {
    await made.enter()
    const other = await loggedCertificate()
    made.files.set('other.json', new TextEncoder().encode(other.certificate))
    await made.revoke({ certificate: 'other.json' })
    expect((await made.verify({ log: made.log() })).outcome).toBe('verified')
  })

  it('may be this one where a revocation cannot be read', async () => {
    await made.enter()
    await made.revoke({ certificate: CERTIFICATE })
    const document = [...made.branch.tree().keys()].filter(path => path.startsWith('blobs/')).toSorted()
    for (const path of document) {
      const content = new TextDecoder().decode(made.branch.tree().get(path))
      if (content.includes('revocation/v1')) made.branch.tamper({ [path]: undefined })
    }
    const verified = await made.verify({ log: made.log() })
    expect(verified.outcome).toBe('unverifiable')
    expect(step(verified, 'not-revoked')?.reason).toContain('a revocation that may be of this certificate')
  })
})

describe('whose policy decided', () => {
  it('must be trusted, where the trust names policies', async () => {
    await made.enter()
    const text = Buffer.from(JSON.parse(made.certificate).dsseEnvelope.payload, 'base64').toString()
    const { sha256: decided } = JSON.parse(text).predicate.policy.digest
    const by = (policies: string[]) => made.verify({ key: made.trust({ policies }), log: made.log() })
    expect((await by([sha256('another'), decided])).outcome).toBe('verified')
    const refused = await by([sha256('another')])
    expect(refused.outcome).toBe('refused')
    expect(step(refused, 'policy')?.reason).toContain(`(${decided})`)
  })
})

describe('the model that was asked for', () => {
  it.each([
    ['credit', 'passed'],
    ['credit 3', 'passed'],
    ['credit 4', 'failed'],
    ['credit-default', 'failed'],
    ['cred', 'failed'],
    ['credit 3 ', 'failed'],
    ['', 'failed'],
  ] as const)('%j: %s', async (name, status) => {
    await made.enter()
    const verified = await made.verify({ name, log: made.log() })
    expect(step(verified, 'model-name')?.status).toBe(status)
    expect(verified.outcome).toBe(status === 'passed' ? 'verified' : 'refused')
  })
})
