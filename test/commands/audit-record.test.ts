import { beforeAll, describe, expect, it } from 'vitest'
import { auditRecord } from '../../src/commands/audit-record.ts'
import { verify } from '../../src/commands/verify.ts'
import type { KeyPair } from '../../src/core/record/key-pair.ts'
import { encodeBase64 } from '../../src/core/record/log/base64.ts'
import { writeSignerKey } from '../../src/core/record/log/note-key.ts'
import { verifyLogProof } from '../../src/core/record/log/verify-proof.ts'
import { canonicalJson } from '../../src/core/record/statement/canonical-json.ts'
import { CERTIFICATE_EXTENSION } from '../../src/core/record/statement/identifiers.ts'
import { readStatement } from '../../src/core/record/statement/read-statement.ts'
import { RECORD_FILES } from '../../src/core/record/statement/record-files.ts'
import { trustInKey } from '../../src/core/record/trust/trust-in-key.ts'
import { UserError } from '../../src/core/user-error.ts'
import type { LogBranch } from '../../src/ports/log-branch.ts'
import { recordSection } from '../../src/report/record-section.ts'
import { noteKeys } from '../../src/signing/note-keys.ts'
import {
  type Disk,
  disk,
  evidence,
  material,
  memoryPorts,
  settingsWith,
  sha256,
  subjectOf,
} from '../core/record/memory.ts'
import { aLog, logSigner, readable, trustIn, writes } from '../harness/log/a-log.ts'

const MODEL = { 'models/config.json': '{}', 'models/credit.joblib': 'weights' }
const settings = settingsWith({
  model: { name: 'credit default', version: '3', files: ['models'] },
  policy: { require: ['data-validate', 'model-certify'] },
})

let pair: KeyPair
beforeAll(async () => {
  pair = await memoryPorts(disk()).signing.generate('p256')
})

const auc = {
  id: 'auc.no-worse-than-champion',
  title: 'AUC no worse than champion',
  status: 'pass' as const,
  measured: {
    value: -0.0011,
    interval: [-0.009, 0.007] as [number, number],
    level: 0.95,
    method: 'delong-paired',
    n: 1337,
  },
  required: { comparator: '>=' as const, value: -0.01 },
  reason: 'The interval lies above the margin',
}

const gates = (subject = subjectOf(MODEL)) => ({
  '.proofmark/data-validate.evidence.json': JSON.stringify(
    evidence('data-validate', { subject, materials: [material('data/train.csv', 'data', 'a,b')] }),
  ),
  '.proofmark/model-certify.evidence.json': JSON.stringify(
    evidence('model-certify', { subject, checks: [auc], materials: [material('data/train.csv', 'data', 'a,b')] }),
  ),
})

const record = (files: Disk, options: { key?: string | undefined; now?: string } = { key: pair.privateKey }) =>
  auditRecord(settings, { out: '.proofmark', privateKey: options.key }, memoryPorts(files, options.now))

async function statementOf(files: Disk, path: string | undefined) {
  const { signing, files: reader } = memoryPorts(files)
  const signed = await signing.verify(await reader.readText(path ?? ''), trustInKey(pair.publicKey, 'ours'))
  if ('refused' in signed) throw new Error(signed.refused)
  return readStatement(signed.payload, signed.payloadType)
}

interface Serialised {
  readonly predicate: { readonly [CERTIFICATE_EXTENSION]: { readonly serial: string } }
}

/** The signed bytes in one of the record's files. */
function payloadOf(files: Disk, name: string, line = 0): Buffer {
  const text = new TextDecoder().decode(files.get(`.proofmark/${name}`))
  const document = JSON.parse(name.endsWith('.jsonl') ? (text.split('\n')[line] ?? '') : text)
  return Buffer.from((document.dsseEnvelope ?? document).payload, 'base64')
}

describe('a waiver that a gate applied', () => {
  const waiver = {
    rule: 'artefact' as const,
    name: 'mylib.Encoder',
    sha256: 'a'.repeat(64),
    reason: 'Reviewed',
    owner: '@acme/risk',
    expires: '2026-12-31',
  }
  const waived = { ...auc, status: 'warn' as const, waivers: [waiver] }
  const files = () =>
    disk({
      ...MODEL,
      ...gates(),
      '.proofmark/model-certify.evidence.json': JSON.stringify(
        evidence('model-certify', { subject: subjectOf(MODEL), checks: [waived] }),
      ),
    })
  const certify = (waivers: object[] | undefined) =>
    auditRecord(
      settingsWith({ ...settings, policy: { ...settings.policy, waivers } }),
      { out: '.proofmark', privateKey: pair.privateKey },
      memoryPorts(files()),
    )

  it('ends the certificate with it', async () => {
    expect(await certify([waiver])).toMatchObject({ verdict: 'passed', notAfter: '2026-12-31T23:59:59Z' })
  })

  it('that the policy does not have refuses one', async () => {
    const { verdict, decision } = await certify(undefined)
    expect(verdict).toBe('failed')
    expect(decision.rules).toContainEqual(expect.objectContaining({ rule: 'waivers', status: 'failed' }))
  })
})

describe('a model whose gates passed', () => {
  it('is signed, though the report cannot say on what that rests', async () => {
    const ports = memoryPorts(disk({ ...MODEL, ...gates() }))
    const warned: string[] = []
    const failing = {
      ...ports,
      log: { ...ports.log, warn: (message: string) => warned.push(message) },
      signing: { ...ports.signing, signatory: () => Promise.reject(new Error('No key')) },
    }
    const certification = await auditRecord(settings, { out: '.proofmark', privateKey: pair.privateKey }, failing)
    expect(certification).toMatchObject({ verdict: 'passed', path: '.proofmark/certificate.sigstore.json' })
    expect(certification).not.toHaveProperty('problem')
    expect(warned).toEqual(['Signed, but the report cannot say on what it rests: No key'])
  })

  it('gets a certificate that says what was decided, on what, by which policy, until when', async () => {
    const files = disk({ ...MODEL, ...gates() })
    const certification = await record(files)
    const id = sha256(files.get('.proofmark/SHA256SUMS') ?? '')
    expect(certification).toMatchObject({
      verdict: 'passed',
      path: '.proofmark/certificate.sigstore.json',
      notAfter: '2027-02-21T06:00:00Z',
      model: { name: 'credit default', version: '3', id },
    })
    expect(certification.error).toBeUndefined()

    const { kind, statement } = (await statementOf(files, certification.path)) as { kind: string; statement: unknown }
    expect(kind).toBe('certificate')
    expect(statement).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [
        { name: 'SHA256SUMS', digest: { sha256: id, dirHash1: id } },
        { name: 'models/config.json', digest: { sha256: sha256('{}') } },
        { name: 'models/credit.joblib', digest: { sha256: sha256('weights') } },
      ],
      predicateType: 'https://slsa.dev/verification_summary/v1',
      predicate: {
        verifier: { id: 'https://proofmark.dev/verifier/v1', version: { proofmark: '0.1.0' } },
        timeVerified: '2026-11-23T06:00:00Z',
        resourceUri: 'pkg:generic/credit%20default@3',
        policy: {
          uri: 'proofmark.yml#policy',
          digest: { sha256: sha256('{"require":["data-validate","model-certify"],"validity-days":90}') },
        },
        inputAttestations: [
          ...['data-validate', 'model-certify'].map((gate, line) => ({
            uri: `evidence.intoto.jsonl#${gate}`,
            digest: { sha256: sha256(payloadOf(files, 'evidence.intoto.jsonl', line)) },
          })),
          { uri: 'model.sig#payload', digest: { sha256: sha256(payloadOf(files, 'model.sig')) } },
        ],
        verificationResult: 'PASSED',
        verifiedLevels: ['PROOFMARK_CERTIFIED', 'PROOFMARK_DATA_VALIDATED', 'PROOFMARK_MODEL_CERTIFIED'],
        slsaVersion: '1.2',
        [CERTIFICATE_EXTENSION]: {
          serial: (statement as Serialised).predicate[CERTIFICATE_EXTENSION].serial,
          supersedes: null,
          model: {
            name: 'credit default',
            version: '3',
            id,
            omsRoot: sha256(Buffer.from(`${sha256('{}')}${sha256('weights')}`, 'hex')),
            omsOrder: 'spec-utf8',
          },
          source: {
            repository: 'acme/credit',
            repositoryId: '812345',
            commit: 'c0ffee0000',
            ref: 'refs/heads/main',
            run: 'https://github.com/acme/credit/actions/runs/7',
          },
          gates: ['data-validate', 'model-certify'].map(gate => ({
            gate,
            verdict: 'passed',
            checks: 1,
            warnings: 0,
            tool: { name: 'proofmark', version: '0.1.0' },
            finishedAt: '2026-11-23T05:00:01.000Z',
          })),
          data: [material('data/train.csv', 'data', 'a,b')],
          claims: [
            {
              metric: 'auc.no-worse-than-champion',
              title: 'AUC no worse than champion',
              comparator: '>=',
              threshold: -0.01,
              value: -0.0011,
              interval: [-0.009, 0.007],
              level: 0.95,
              method: 'delong-paired',
              sampleSize: 1337,
              status: 'pass',
              passed: true,
              assuranceLevel: 'self_attested',
            },
          ],
          policy: { require: ['data-validate', 'model-certify'], 'validity-days': 90 },
          rules: [
            ...['data-validate', 'model-certify'].map(gate => ({
              rule: gate,
              title: `${gate} has to pass on this model`,
              status: 'passed',
              reason: '1 check met the requirements',
            })),
            {
              rule: 'materials',
              title: 'Every gate read the same files',
              status: 'passed',
              reason: '3 files, each with one digest',
            },
          ],
          waivers: [],
          approvals: [],
          validity: {
            notBefore: '2026-11-23T06:00:00Z',
            notAfter: '2027-02-21T06:00:00Z',
            reviewBy: '2027-01-22',
          },
        },
      },
    })
  })

  it('gets SHA256SUMS, and as assets the very bytes that were judged and signed', async () => {
    const files = disk({ ...MODEL, ...gates() })
    const { assets } = await record(files)
    expect(files.get('.proofmark/SHA256SUMS')).toEqual(
      new TextEncoder().encode(`${sha256('{}')}  models/config.json\n${sha256('weights')}  models/credit.joblib\n`),
    )
    expect(assets.map(asset => asset.name)).toEqual([
      'SHA256SUMS',
      'evidence.intoto.jsonl',
      'model.sig',
      'certificate.dsse.json',
      'certificate.sigstore.json',
      'data-validate.evidence.json',
      'model-certify.evidence.json',
    ])
    for (const { name, content } of assets) expect(content).toEqual(files.get(`.proofmark/${name}`))
  })

  it('is shown with what a pull request would change about the policy', async () => {
    const title = 'The policy would change'
    const notes = [{ id: 'policy.changed', title, status: 'warn' as const, reason: 'validity-days from 90 to 900' }]
    const options = { out: '.proofmark', privateKey: pair.privateKey, notes }
    const { decision } = await auditRecord(settings, options, memoryPorts(disk({ ...MODEL, ...gates() })))
    expect(decision).toMatchObject({ verdict: 'passed', notes: ['validity-days from 90 to 900'] })
  })

  it('of more than 1023 files is stated by SHA256SUMS alone', async () => {
    const many = Object.fromEntries(Array.from({ length: 1024 }, (_, i) => [`models/${i}`, `${i}`]))
    const files = disk({ ...many, ...gates(subjectOf(many)) })
    const { path, verdict } = await record(files)
    expect(verdict).toBe('passed')
    const read = await statementOf(files, path)
    expect(read.kind === 'certificate' && read.statement.subject.length).toBe(1)
  })
})

describe('the files of a certification', () => {
  it('follow from what they were made of: the same payload every time, whoever signs it', async () => {
    const other = await memoryPorts(disk()).signing.generate('p256')
    const [one, two] = [disk({ ...MODEL, ...gates() }), disk({ ...MODEL, ...gates() })]
    await record(one)
    await record(two, { key: other.privateKey })
    for (const name of ['certificate.sigstore.json', 'certificate.dsse.json', 'model.sig'])
      expect(payloadOf(one, name)).toEqual(payloadOf(two, name))
    for (const line of [0, 1])
      expect(payloadOf(one, 'evidence.intoto.jsonl', line)).toEqual(payloadOf(two, 'evidence.intoto.jsonl', line))
  })

  it('have the serial that follows from everything else', async () => {
    const files = disk({ ...MODEL, ...gates() })
    await record(files)
    const statement = JSON.parse(payloadOf(files, 'certificate.dsse.json').toString())
    const { serial } = statement.predicate[CERTIFICATE_EXTENSION]
    delete statement.predicate[CERTIFICATE_EXTENSION].serial
    expect(serial).toBe(sha256(canonicalJson(statement)).slice(0, 32))
    const later = disk({ ...MODEL, ...gates() })
    await record(later, { key: pair.privateKey, now: '2026-11-23T06:00:01Z' })
    const next = JSON.parse(payloadOf(later, 'certificate.dsse.json').toString())
    expect(next.predicate[CERTIFICATE_EXTENSION].serial).not.toBe(serial)
  })

  it('say what each gate found, as a test result that names its evidence', async () => {
    const files = disk({ ...MODEL, ...gates() })
    await record(files)
    expect(JSON.parse(payloadOf(files, 'evidence.intoto.jsonl', 1).toString())).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
      subject: JSON.parse(payloadOf(files, 'certificate.dsse.json').toString()).subject,
      predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
      predicate: {
        result: 'PASSED',
        configuration: [],
        passedTests: ['auc.no-worse-than-champion'],
        warnedTests: [],
        failedTests: [],
        'https://proofmark.dev/evidence/v1': {
          gate: 'model-certify',
          verdict: 'passed',
          name: 'model-certify.evidence.json',
          digest: { sha256: sha256(files.get('.proofmark/model-certify.evidence.json') ?? '') },
          finishedAt: '2026-11-23T05:00:01.000Z',
        },
      },
    })
  })

  it('say what is known of vulnerabilities, where every package was looked up, and are compared with that', async () => {
    const scan = {
      ...evidence('security-scan', { subject: subjectOf(MODEL) }),
      result: {
        files: [],
        secrets: [],
        dependencies: [],
        vulnerabilities: [],
        advisories: { source: 'OSV', packages: 3 },
      },
    }
    const files = disk({
      ...MODEL,
      ...gates(),
      '.proofmark/security-scan.evidence.json': JSON.stringify(scan),
      'proofmark.pub': pair.publicKey,
    })
    await record(files)
    const lines = new TextDecoder().decode(files.get('.proofmark/evidence.intoto.jsonl')).trim().split('\n')
    expect(lines).toHaveLength(5)
    const { subject, predicateType, predicate } = JSON.parse(payloadOf(files, 'evidence.intoto.jsonl', 4).toString())
    expect(predicateType).toBe('https://in-toto.io/attestation/vulns/v0.2')
    expect(subject).toEqual(JSON.parse(payloadOf(files, 'certificate.dsse.json').toString()).subject)
    expect(predicate.scanner.result).toEqual([])
    const certificate = '.proofmark/certificate.sigstore.json'
    const asked = { certificate, model: Object.keys(MODEL), key: 'proofmark.pub', evidence: '.proofmark' }
    expect((await verify(asked, memoryPorts(files, '2026-11-23T07:00:00Z'))).outcome).toBe('verified')
    files.set('.proofmark/evidence.intoto.jsonl', new TextEncoder().encode(`${lines.slice(0, 4).join('\n')}\n`))
    const { outcome, steps } = await verify(asked, memoryPorts(files, '2026-11-23T07:00:00Z'))
    expect(outcome).toBe('refused')
    expect(steps.find(({ status }) => status === 'failed')?.reason).toContain('no statement vulns')
  })

  it('have no model.sig by an Ed25519 key, which OpenSSF Model Signing does not know', async () => {
    const { privateKey } = await memoryPorts(disk()).signing.generate('ed25519')
    const files = disk({ ...MODEL, ...gates() })
    const { verdict, assets } = await record(files, { key: privateKey })
    expect(verdict).toBe('passed')
    expect(assets.map(({ name }) => name)).not.toContain('model.sig')
    expect(assets.map(({ name }) => name)).toContain('certificate.dsse.json')
  })

  it('are all gone once the model no longer meets the policy, but for SHA256SUMS and the refusal', async () => {
    const files = disk({ ...MODEL, ...gates() })
    await record(files)
    const written = Object.keys(RECORD_FILES).filter(name => files.has(`.proofmark/${name}`))
    const elsewhere = ['refusal.sigstore.json', 'evidence.tar.age', 'certificate.tlog-proof']
    expect(written).toEqual(Object.keys(RECORD_FILES).filter(name => !elsewhere.includes(name)))
    files.set('models/credit.joblib', new TextEncoder().encode('swapped'))
    await record(files)
    expect(Object.keys(RECORD_FILES).filter(name => files.has(`.proofmark/${name}`))).toEqual([
      'SHA256SUMS',
      'decision.json',
      'refusal.sigstore.json',
    ])
  })

  it('hold no approval that an earlier run has counted, and every receipt', async () => {
    const copy = (digit: string) => `.proofmark/approvals/${digit.repeat(64)}.json`
    const receipt = '.proofmark/approvals/0123456789ab-7-0123456789ab.receipt.json'
    const files = disk({ ...MODEL, ...gates(), [copy('a')]: '{}', [copy('b')]: '{}', [receipt]: '{}' })
    await auditRecord(
      settingsWith({ ...settings, record: { receipts: [copy('b')] } }),
      { out: '.proofmark', privateKey: pair.privateKey },
      memoryPorts(files),
    )
    expect([...files.keys()].filter(path => path.startsWith('.proofmark/approvals/'))).toEqual([copy('b'), receipt])
  })

  it('are proved to be in the log, and say what was last seen of it', async () => {
    const { branch, append } = await aLog()
    await append(writes(3))
    const before = await readable(branch)
    const files = disk({ ...MODEL, ...gates() })
    const ports = { ...memoryPorts(files), logs: { open: () => branch } }
    const logged = settingsWith({ ...settings, record: { log: { remote: 'log' } } })
    const options = { out: '.proofmark', privateKey: pair.privateKey, logKey: writeSignerKey(logSigner) }
    const certification = await auditRecord(logged, options, ports)
    const { verdict, assets } = certification
    expect(verdict).toBe('passed')

    const bundle = files.get('.proofmark/certificate.sigstore.json') ?? new Uint8Array()
    const { predicate } = JSON.parse(payloadOf(files, 'certificate.dsse.json').toString())
    const { origin, leaves } = await readable(branch).then(log => ({ ...log.checkpoint, leaves: log.leaves }))
    expect(leaves.slice(3).map(({ leaf }) => [leaf.type, leaf.model])).toEqual([
      ['certificate', 'credit default 3'],
      ['policy', undefined],
      ['key', undefined],
    ])
    expect(predicate[CERTIFICATE_EXTENSION].log).toEqual({
      origin,
      lastSeen: { size: 3, root: encodeBase64(before.checkpoint.root) },
    })
    expect(recordSection(certification)).toContain(
      `Log \`${origin}\` as last seen: 3 entries, root \`${encodeBase64(before.checkpoint.root)}\``,
    )
    expect(assets.map(({ name }) => name)).toContain('certificate.tlog-proof')
    const proof = new TextDecoder().decode(files.get('.proofmark/certificate.tlog-proof'))
    const sought = { document: `sha256:${sha256(bundle)}`, type: 'certificate' as const }
    expect(verifyLogProof(proof, sought, trustIn(), ports.now(), noteKeys)).toMatchObject({ index: 3 })

    // The report follows every link: policy, evidence, signature, log.
    const { sha256: keyId } = await ports.signing.publicKey(pair.privateKey)
    const after = (await readable(branch)).checkpoint
    expect(certification.chain).toEqual({
      policy: { uri: predicate.policy.uri, sha256: predicate.policy.digest.sha256, commit: undefined },
      evidence: Object.entries(gates()).map(([path, content]) => ({
        uri: path.replace('.proofmark/', ''),
        digest: { sha256: sha256(content) },
      })),
      sha256: sha256(bundle),
      signatory: { kind: 'key', sha256: keyId },
      supersedes: null,
      entry: { origin, index: 3, size: after.size, root: encodeBase64(after.root), proof: 'certificate.tlog-proof' },
    })
    const support = certification.controls?.flatMap(control => control.support) ?? []
    for (const from of ['log', 'certificate', 'decision'])
      expect([from, new Set(support.filter(each => each.from === from).map(({ found }) => found))]).toEqual([
        from,
        new Set(['holds']),
      ])
    expect(recordSection(certification)).toContain('<summary>Controls: ')

    // Policy and key are the same: the next certification enters itself alone.
    await auditRecord(logged, options, ports)
    expect((await readable(branch)).leaves.slice(6).map(({ leaf }) => leaf.type)).toEqual(['certificate'])
  })

  it('are not written where the log cannot be', async () => {
    const files = disk({ ...MODEL, ...gates() })
    const { branch } = await aLog()
    const broken = { ...branch, commit: () => Promise.reject(new UserError('log.unreachable', 'Expected the log')) }
    const logged = settingsWith({ ...settings, record: { log: { remote: 'log' } } })
    const options = { out: '.proofmark', privateKey: pair.privateKey, logKey: writeSignerKey(logSigner) }
    const ports = { ...memoryPorts(files), logs: { open: () => broken } }
    expect(await auditRecord(logged, options, ports)).toMatchObject({
      verdict: 'inconclusive',
      problem: { message: 'Expected the log' },
      assets: [],
    })
    expect(files.has('.proofmark/certificate.sigstore.json')).toBe(false)
  })
})

describe('a certificate that replaces another', () => {
  it('is not made where the log does not continue what the other saw of it', async () => {
    const files = disk({ ...MODEL, ...gates() })
    const options = { out: '.proofmark', privateKey: pair.privateKey, logKey: writeSignerKey(logSigner) }
    const certify = async (log: { branch: LogBranch }, supersedes?: string) =>
      auditRecord(settingsWith({ ...settings, record: { log: { remote: 'log' }, supersedes } }), options, {
        ...memoryPorts(files),
        logs: { open: () => log.branch },
      })
    const first = await aLog()
    await first.append(writes(3))
    expect(await certify(first)).toMatchObject({ verdict: 'passed' })
    files.set('before.json', files.get('.proofmark/certificate.sigstore.json') ?? new Uint8Array())
    files.delete('.proofmark-last-seen')
    expect(await certify(first, 'before.json')).toMatchObject({ verdict: 'passed' })

    const [anew, short] = [await aLog(), await aLog()]
    await anew.append(writes(9, 100))
    await short.append(writes(1))
    for (const [log, message] of [
      [anew, /^FORK/],
      [short, /^ROLLBACK/],
    ] as const) {
      files.delete('.proofmark-last-seen')
      expect(await certify(log, 'before.json')).toMatchObject({
        verdict: 'inconclusive',
        problem: { message: expect.stringMatching(message) },
      })
      expect(files.has('.proofmark/certificate.sigstore.json')).toBe(false)
    }
  })

  const replacing = (files: Disk, name = 'credit default') =>
    auditRecord(
      settingsWith({ ...settings, model: { ...settings.model, name }, record: { supersedes: 'before.json' } }),
      { out: '.proofmark', privateKey: pair.privateKey },
      memoryPorts(files),
    )

  it('names it by its digest', async () => {
    const files = disk({ ...MODEL, ...gates() })
    await record(files)
    const before = files.get('.proofmark/certificate.sigstore.json') ?? new Uint8Array()
    files.set('before.json', before)
    expect(await replacing(files)).toMatchObject({
      verdict: 'passed',
      since: { version: '3', isSameModel: true, dropped: [], files: { changed: [], added: [], gone: [] } },
    })
    const { predicate } = JSON.parse(payloadOf(files, 'certificate.dsse.json').toString())
    expect(predicate[CERTIFICATE_EXTENSION].supersedes).toBe(sha256(before))
  })

  it.each([
    ['of another model', 'fraud', undefined, 'one of credit default'],
    ['that is none', 'credit default', '{}', 'something else: Expected a Sigstore bundle v0.3'],
  ])('%s is refused', async (_, name, content, found) => {
    const files = disk({ ...MODEL, ...gates() })
    await record(files)
    const before = files.get('.proofmark/certificate.sigstore.json') ?? new Uint8Array()
    files.set('before.json', content === undefined ? before : new TextEncoder().encode(content))
    const { verdict, problem } = await replacing(files, name)
    expect(verdict).toBe('inconclusive')
    expect(problem?.message).toContain(found)
  })
})

describe('a model that does not meet the policy', () => {
  const refused = () => disk({ ...MODEL, ...gates(), 'models/credit.joblib': 'swapped' })

  it('gets a signed refusal that says why, and nothing to publish', async () => {
    const files = refused()
    const certification = await record(files)
    expect(certification).toMatchObject({ verdict: 'failed', path: '.proofmark/refusal.sigstore.json', assets: [] })
    expect(files.has('.proofmark/certificate.sigstore.json')).toBe(false)
    const read = await statementOf(files, certification.path)
    expect(read).toMatchObject({
      kind: 'refusal',
      statement: {
        predicateType: 'https://proofmark.dev/refusal/v1',
        predicate: { verdict: 'failed', rules: certification.decision.rules },
      },
    })
    expect(JSON.stringify(read)).toContain('models/credit.joblib had sha256')
  })

  it('loses the certificate of an earlier run, and a certified one its refusal', async () => {
    const files = disk({ ...MODEL, ...gates() })
    await record(files)
    expect(files.has('.proofmark/certificate.sigstore.json')).toBe(true)
    files.set('models/credit.joblib', new TextEncoder().encode('swapped'))
    await record(files)
    expect(files.has('.proofmark/certificate.sigstore.json')).toBe(false)
    files.set('models/credit.joblib', new TextEncoder().encode('weights'))
    await record(files)
    expect(files.has('.proofmark/refusal.sigstore.json')).toBe(false)
  })

  it('is refused as inconclusive without any evidence', async () => {
    const certification = await record(disk(MODEL))
    expect(certification.verdict).toBe('inconclusive')
    expect(certification.decision.rules.map(rule => rule.status)).toEqual(['inconclusive', 'inconclusive'])
    expect(certification.path).toBe('.proofmark/refusal.sigstore.json')
  })

  it('is refused as inconclusive on evidence too large to read', async () => {
    const huge = { '.proofmark/data-validate.evidence.json': new Uint8Array(33 * 1024 * 1024) }
    const { verdict, decision } = await record(disk({ ...MODEL, ...gates(), ...huge }))
    expect(verdict).toBe('inconclusive')
    expect(decision.rules[0]?.reason).toContain('it cannot be read: Expected')
  })
})

describe('nothing is signed', () => {
  it('without a key; the decision can still be shown, and an old certificate is gone', async () => {
    const files = disk({ ...MODEL, ...gates(), '.proofmark/certificate.sigstore.json': 'of an earlier run' })
    const certification = await record(files, { key: undefined })
    expect(certification.decision.verdict).toBe('passed')
    expect(certification).toMatchObject({
      verdict: 'inconclusive',
      assets: [],
      error: { code: 'record.key-missing', kind: 'input' },
      problem: {
        message: 'Expected a private key to sign the decision with but found none',
        hint: expect.stringContaining('proofmark keygen'),
      },
    })
    expect(certification.path).toBeUndefined()
    expect([...files.keys()].filter(path => path.endsWith('.sigstore.json'))).toEqual([])
  })

  it('with a key file that is not there', async () => {
    const keyed = settingsWith({ ...settings, record: { key: 'proofmark.key' } })
    const files = disk({ ...MODEL, ...gates() })
    expect(await auditRecord(keyed, { out: '.proofmark' }, memoryPorts(files))).toMatchObject({
      verdict: 'inconclusive',
      error: { code: 'file.missing' },
    })
    files.set('proofmark.key', new TextEncoder().encode(pair.privateKey))
    expect(await auditRecord(keyed, { out: '.proofmark' }, memoryPorts(files))).toMatchObject({ verdict: 'passed' })
  })

  it('with a key that cannot sign', async () => {
    const { verdict, error } = await record(disk({ ...MODEL, ...gates() }), { key: pair.publicKey })
    expect({ verdict, code: error instanceof UserError && error.code }).toEqual({
      verdict: 'inconclusive',
      code: 'signing.key-not-private',
    })
  })

  it.each([
    ['no model is named', {}, 'settings.missing'],
    ['the model is not there', { model: { files: ['nowhere'] } }, 'record.no-model'],
  ])('where %s', async (_, named, code) => {
    const options = { out: '.proofmark', privateKey: pair.privateKey }
    const certification = await auditRecord(settingsWith(named), options, memoryPorts(disk(gates())))
    expect(certification).toMatchObject({ verdict: 'inconclusive', error: { code }, decision: { rules: [] } })
  })

  it('about a file name that SHA256SUMS could not hold', async () => {
    const { error } = await record(disk({ ...MODEL, 'models/a\nb': 'x' }))
    expect(error).toMatchObject({ code: 'record.file-name' })
  })
})
