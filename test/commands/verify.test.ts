import { beforeAll, describe, expect, it } from 'vitest'
import { auditRecord } from '../../src/commands/audit-record.ts'
import { type VerifyOptions, verify } from '../../src/commands/verify.ts'
import type { KeyPair } from '../../src/core/record/key-pair.ts'
import { STATEMENT_PAYLOAD } from '../../src/core/record/statement/identifiers.ts'
import { type Disk, disk, evidence, memoryPorts, settingsWith, sha256, subjectOf } from '../core/record/memory.ts'

const MODEL = { 'config.json': '{}', 'weights.bin': 'weights' }
const settings = settingsWith({ model: { files: Object.keys(MODEL) }, policy: { require: ['data-validate'] } })
const OUT = '.proofmark'
const CERTIFICATE = `${OUT}/certificate.sigstore.json`

let pair: KeyPair
let certified: Disk

/** A disk as certification left it, with these changes. */
const diskWith = (changes: Record<string, string | Uint8Array | undefined> = {}, from = certified) => {
  const files = disk(Object.fromEntries(from))
  for (const [path, content] of Object.entries(changes)) {
    files.delete(path)
    if (content !== undefined) files.set(path, disk({ path: content }).get('path') ?? new Uint8Array())
  }
  return files
}

async function certify(model: Record<string, string>, privateKey = pair.privateKey, days = 90): Promise<Disk> {
  const files = disk({
    ...model,
    'proofmark.pub': pair.publicKey,
    [`${OUT}/data-validate.evidence.json`]: JSON.stringify(evidence('data-validate', { subject: subjectOf(model) })),
  })
  const own = {
    ...settings,
    model: { files: Object.keys(model) },
    policy: { ...settings.policy, 'validity-days': days },
  }
  await auditRecord(own, { out: OUT, privateKey }, memoryPorts(files))
  return files
}

const check = (files: Disk, options: Partial<VerifyOptions> = {}, now = '2026-12-24T00:00:00Z') =>
  verify(
    { certificate: CERTIFICATE, model: Object.keys(MODEL), key: 'proofmark.pub', ...options },
    memoryPorts(files, now),
  )

const resign = async (statement: unknown, payloadType = STATEMENT_PAYLOAD, text = JSON.stringify(statement)) => {
  const { signing } = memoryPorts(disk())
  const signer = await signing.open(pair.privateKey)
  return diskWith({ [CERTIFICATE]: await signing.seal(new TextEncoder().encode(text), payloadType, signer) })
}

const statement = () => {
  const bundle = JSON.parse(new TextDecoder().decode(certified.get(CERTIFICATE)))
  return JSON.parse(Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString())
}

beforeAll(async () => {
  pair = await memoryPorts(disk()).signing.generate('p256')
  certified = await certify(MODEL)
})

describe('a certificate is verified', () => {
  it('on the bytes it is about', async () => {
    const { outcome, verdict, steps } = await check(certified)
    expect({ outcome, verdict }).toEqual({ outcome: 'verified', verdict: 'passed' })
    expect(steps.map(step => [step.id, step.status])).toEqual(
      ['bundle', 'signature', 'statement', 'files', 'no-extra-files', 'model-id', 'validity'].map(id => [id, 'passed']),
    )
  })

  it('wherever the model lies', async () => {
    const moved = diskWith({
      'config.json': undefined,
      'weights.bin': undefined,
      'dl/x/config.json': '{}',
      'dl/x/weights.bin': 'weights',
    })
    expect((await check(moved, { model: ['dl'] })).outcome).toBe('verified')
  })

  it('of a single file, seen from two folders above', async () => {
    const files = await certify({ 'model-champion.joblib': 'trees' })
    const seen = disk(Object.fromEntries([...files].map(([path, content]) => [`examples/credit/${path}`, content])))
    const options = {
      certificate: `examples/credit/${CERTIFICATE}`,
      model: ['examples/credit/model-champion.joblib'],
      key: 'examples/credit/proofmark.pub',
    }
    expect((await check(seen, options)).outcome).toBe('verified')
    seen.set('examples/credit/renamed.joblib', new TextEncoder().encode('trees'))
    expect((await check(seen, { ...options, model: ['examples/credit/renamed.joblib'] })).outcome).toBe('refused')
  })

  it('of more files than it lists, by the SHA256SUMS beside it and by no other', async () => {
    const many = Object.fromEntries(Array.from({ length: 1100 }, (_, i) => [`m/${i}.bin`, `${i}`]))
    const files = await certify(many)
    const options = { model: ['m'] }
    expect((await check(files, options)).outcome).toBe('verified')
    expect((await check(diskWith({ 'm/7.bin': 'changed' }, files), options)).outcome).toBe('refused')
    expect((await check(diskWith({ [`${OUT}/SHA256SUMS`]: undefined }, files), options)).outcome).toBe('unverifiable')
    const cut = new TextDecoder()
      .decode(files.get(`${OUT}/SHA256SUMS`))
      .split('\n')
      .slice(1)
      .join('\n')
    expect((await check(diskWith({ [`${OUT}/SHA256SUMS`]: cut }, files), options)).outcome).toBe('unverifiable')
  })

  it('with its evidence, where asked', async () => {
    expect((await check(certified, { evidence: OUT })).outcome).toBe('verified')
    const path = `${OUT}/data-validate.evidence.json`
    const text = new TextDecoder().decode(certified.get(path))
    const swapped = await check(diskWith({ [path]: text.replace('1000 rows', '9000 rows') }), { evidence: OUT })
    expect(swapped.outcome).toBe('refused')
    expect(swapped.steps.find(step => step.status === 'failed')?.reason).toBe(
      `Expected the certified evidence but found other bytes in ${path}`,
    )
    expect((await check(diskWith({ [path]: undefined }), { evidence: OUT })).outcome).toBe('refused')
  })
})

describe('the evidence of a certificate is refused', () => {
  const LINES = `${OUT}/evidence.intoto.jsonl`
  const text = (path: string) => new TextDecoder().decode(certified.get(path))
  const reworded = (line: string) => {
    const envelope = JSON.parse(line)
    const payload = atob(envelope.payload).replace('PASSED', 'WARNED')
    return JSON.stringify({ ...envelope, payload: btoa(payload) })
  }

  it.each<[string, () => Record<string, string | undefined>, string]>([
    ['a statement changed', () => ({ [LINES]: `${reworded(text(LINES))}\n` }), 'that was not certified'],
    ['a statement gone', () => ({ [LINES]: '' }), `no statement data-validate in ${LINES}`],
    [
      'a statement more',
      () => ({ [LINES]: `${text(LINES)}${reworded(text(LINES).trim())}\n` }),
      `a statement in ${LINES} that was not certified`,
    ],
    ['no statements', () => ({ [LINES]: undefined }), `no ${LINES}`],
    ['a line that is no envelope', () => ({ [LINES]: `${text(LINES)}{}\n` }), 'line 2 is no DSSE envelope'],
    ['many lines', () => ({ [LINES]: text(LINES).repeat(101) }), 'more than 100 lines'],
    ['no model.sig', () => ({ [`${OUT}/model.sig`]: undefined }), `no ${OUT}/model.sig`],
    ['a model.sig that is none', () => ({ [`${OUT}/model.sig`]: '[]' }), `another payload in ${OUT}/model.sig`],
    ['the model.sig of another model', () => ({ [`${OUT}/model.sig`]: text(LINES) }), 'another payload'],
  ])('with %s', async (_, changes, reason) => {
    const { outcome, steps } = await check(diskWith(changes()), { evidence: OUT })
    expect(outcome).toBe('refused')
    expect(steps.find(({ id }) => id === 'evidence')?.reason).toContain(reason)
  })

  it('where the certificate names a file in another folder', async () => {
    const outside = statement()
    outside.predicate.inputAttestations.push({ uri: '../proofmark.pub', digest: { sha256: sha256(pair.publicKey) } })
    const { outcome, steps } = await check(await resign(outside), { evidence: OUT })
    expect(outcome).toBe('refused')
    expect(steps.find(({ id }) => id === 'evidence')?.reason).toContain(`no ${OUT}/../proofmark.pub`)
  })
})

describe('a certificate is refused', () => {
  it.each([
    ['a byte changed', { 'weights.bin': 'weightz' }, {}, 'files'],
    ['a file gone', {}, { model: ['config.json'] }, 'files'],
    ['a file added', { 'evil.py': '' }, { model: ['config.json', 'weights.bin', 'evil.py'] }, 'no-extra-files'],
    ['a file renamed', { 'w.bin': 'weights' }, { model: ['config.json', 'w.bin'] }, 'files'],
    ['a file in other case', { 'Weights.bin': 'weights' }, { model: ['config.json', 'Weights.bin'] }, 'files'],
    ['two files exchanged', { 'config.json': 'weights', 'weights.bin': '{}' }, {}, 'files'],
    ['another model altogether', { 'other.bin': 'other' }, { model: ['other.bin'] }, 'files'],
  ])('for a model with %s', async (_, changes, options, step) => {
    const { outcome, steps } = await check(diskWith(changes), options)
    expect(outcome).toBe('refused')
    expect(steps.find(({ id }) => id === step)?.status).toBe('failed')
    expect(steps.find(({ id }) => id === 'model-id')?.status).toBe(step === 'no-extra-files' ? 'passed' : 'failed')
  })

  it('for the same bytes under other names throughout', async () => {
    const renamed = diskWith({ 'adapter.py': '{}', 'handler.py': 'weights' })
    expect((await check(renamed, { model: ['adapter.py', 'handler.py'] })).outcome).toBe('refused')
  })

  it('for another signing key', async () => {
    const { privateKey } = await memoryPorts(disk()).signing.generate('p256')
    const { outcome, steps, statement } = await check(await certify(MODEL, privateKey))
    expect(outcome).toBe('refused')
    expect(steps.at(-1)).toMatchObject({ id: 'signature', status: 'failed' })
    expect(statement).toBeUndefined()
  })

  it.each([
    ['2027-02-21T06:00:01Z', 'this one ended at 2027-02-21T06:00:00Z'],
    ['2026-11-23T05:59:59Z', 'this one starts at 2026-11-23T06:00:00Z'],
  ])('at %s', async (now, reason) => {
    const { outcome, steps } = await check(certified, {}, now)
    expect(outcome).toBe('refused')
    expect(steps.at(-1)?.reason).toContain(reason)
  })

  it('where it is a refusal, though the signature holds', async () => {
    const files = disk({ ...MODEL, 'proofmark.pub': pair.publicKey })
    await auditRecord(settings, { out: OUT, privateKey: pair.privateKey }, memoryPorts(files))
    const { outcome, steps } = await check(files, { certificate: `${OUT}/refusal.sigstore.json` })
    expect(outcome).toBe('refused')
    expect(steps.at(-1)?.reason).toContain('found a refusal (inconclusive): Expected data-validate.evidence.json')
  })

  it('where it says FAILED under the type of a certificate', async () => {
    const failed = statement()
    failed.predicate.verificationResult = 'FAILED'
    expect((await check(await resign(failed))).outcome).toBe('refused')
    expect((await check(await resign(statement()))).outcome).toBe('verified')
  })

  it('where its parts name different models', async () => {
    const torn = statement()
    torn.subject[0].digest.dirHash1 = '0'.repeat(64)
    expect((await check(await resign(torn))).outcome).toBe('refused')
  })

  it('where its resource is another than its model', async () => {
    const torn = statement()
    torn.predicate.resourceUri = 'pkg:generic/another@1'
    const { outcome, steps } = await check(await resign(torn))
    expect(outcome).toBe('refused')
    expect(steps.find(({ status }) => status === 'failed')?.reason).toMatch(
      /^Expected the resource \S+ but found pkg:generic\/another@1$/,
    )
  })

  it('where the files it lists are not those its model id stands for', async () => {
    const torn = statement()
    torn.subject.pop()
    expect(
      (await check(await resign(torn), { model: ['config.json'] })).steps.find(s => s.status === 'failed')?.id,
    ).toBe('model-id')
  })

  it('whichever byte of it is changed', async () => {
    const bytes = certified.get(CERTIFICATE) ?? new Uint8Array()
    const outcomes = new Set<string>()
    for (let i = 0; i < bytes.length; i++) {
      if (/\s/.test(String.fromCharCode(bytes[i] ?? 0))) continue
      const changed = Uint8Array.from(bytes)
      changed[i] = (changed[i] ?? 0) ^ 1
      const { outcome } = await check(diskWith({ [CERTIFICATE]: changed }))
      outcomes.add(outcome)
    }
    expect([...outcomes].toSorted()).toEqual(['refused', 'unverifiable'])
  })
})

describe('nothing is verified', () => {
  it.each([
    ['an empty file', ''],
    ['an empty object', '{}'],
    ['no JSON', 'certified!'],
    ['a bare statement without a signature', '{"_type":"https://in-toto.io/Statement/v1"}'],
    ['deep nesting', '['.repeat(1_000_000)],
  ])('by %s', async (_, content) => {
    const { outcome, verdict, steps } = await check(diskWith({ [CERTIFICATE]: content }))
    expect({ outcome, verdict }).toEqual({ outcome: 'unverifiable', verdict: 'inconclusive' })
    expect(steps.map(step => step.id)).toEqual(['bundle'])
  })

  it.each([
    ['another payload type', () => resign(statement(), 'application/json')],
    ['no JSON', () => resign(undefined, STATEMENT_PAYLOAD, 'text')],
    ['null', () => resign(null)],
    [
      'an unknown predicate type',
      () => resign({ ...statement(), predicateType: 'https://in-toto.io/attestation/test-result/v0.1' }),
    ],
    ['no subject', () => resign({ ...statement(), subject: [] })],
    ['a subject without SHA256SUMS', () => resign({ ...statement(), subject: statement().subject.slice(1) })],
    [
      'a verification summary without our part',
      () =>
        resign({
          ...statement(),
          predicate: { ...statement().predicate, 'https://proofmark.dev/certificate/v1': undefined },
        }),
    ],
  ])('by a signed statement with %s', async (_, files) => {
    const { outcome, steps } = await check(await files())
    expect(outcome).toBe('unverifiable')
    expect(steps.at(-1)).toMatchObject({ id: 'statement', status: 'inconclusive' })
  })

  it('by a certificate blown up to 100 MB, though all that was added is white space', async () => {
    const text = new TextDecoder().decode(certified.get(CERTIFICATE))
    expect((await check(diskWith({ [CERTIFICATE]: text + ' '.repeat(1024) }))).outcome).toBe('verified')
    const { outcome, steps } = await check(diskWith({ [CERTIFICATE]: text + ' '.repeat(100 * 1024 * 1024) }))
    expect({ outcome, steps: steps.length }).toEqual({ outcome: 'unverifiable', steps: 1 })
  })

  it.each([[[]], [['empty-folder']]])('of a model without files: %j', async model => {
    expect((await check(certified, { model })).outcome).toBe('unverifiable')
  })

  it.each([
    ['certificate', { certificate: 'nowhere.json' }, 'file.missing'],
    ['key', { key: 'nowhere.pub' }, 'file.missing'],
  ])('and the reader is told so where there is no %s', async (_, options, code) => {
    await expect(check(certified, options)).rejects.toMatchObject({ code })
  })

  it('by a private key', async () => {
    const files = diskWith({ 'proofmark.pub': pair.privateKey })
    await expect(check(files)).rejects.toMatchObject({ code: 'signing.key-not-public' })
  })
})
