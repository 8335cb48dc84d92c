import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditRecord } from '../../../src/commands/audit-record.ts'
import { decrypt } from '../../../src/commands/decrypt.ts'
import { verify } from '../../../src/commands/verify.ts'
import { readTar } from '../../../src/core/record/archive/read-tar.ts'
import type { KeyPair } from '../../../src/core/record/key-pair.ts'
import { modelDocument } from '../../core/record/judged.ts'
import {
  type Disk,
  disk,
  evidence,
  material,
  memoryPorts,
  settingsWith,
  sha256,
  subjectOf,
} from '../../core/record/memory.ts'

const MODEL = { 'm/config.json': '{}', 'm/weights.bin': 'weights' }
const OUT = '.proofmark'
const CONTRACT = (classification: string) => `apiVersion: v3.1.0
kind: DataContract
id: credit
version: 1.0.0
status: active
schema:
  - name: credit
    properties:
      - name: income_net
        logicalType: number
        classification: ${classification}
`

let pair: KeyPair
/** Identities of the customer and of who keeps the escrow, and their recipients. */
let keys: { identity: string; recipient: string }[]
beforeAll(async () => {
  pair = await memoryPorts(disk()).signing.generate('p256')
  const identities = await Promise.all([generateX25519Identity(), generateX25519Identity()])
  keys = await Promise.all(
    identities.map(async identity => ({ identity, recipient: await identityToRecipient(identity) })),
  )
})

const checks = (column: string) => [
  { id: `credit.${column}.range`, title: 'In range', status: 'pass' as const, reason: '1000 rows' },
]

function files(contract: string, seen = contract): Disk {
  const subject = subjectOf(MODEL)
  return disk({
    ...MODEL,
    'proofmark.pub': pair.publicKey,
    'contract.yaml': contract,
    'recipients.txt': `# who may read it\n${keys.map(({ recipient }) => recipient).join('\n')}\n`,
    'customer.key': `# created: today\n${keys[0]?.identity}\n`,
    'escrow.key': `${keys[1]?.identity}\n`,
    [`${OUT}/data-validate.evidence.json`]: JSON.stringify(
      evidence('data-validate', {
        subject,
        checks: checks('income_net'),
        materials: [material('contract.yaml', 'contract', seen)],
      }),
    ),
    [`${OUT}/security-scan.evidence.json`]: JSON.stringify(
      evidence('security-scan', { subject, checks: checks('weights') }),
    ),
  })
}

const settings = (encrypt: object) =>
  settingsWith({
    model: { files: ['m'] },
    data: { contract: 'contract.yaml' },
    policy: { require: ['data-validate', 'security-scan'] },
    record: { encrypt },
  })

const record = (on: Disk, encrypt: object = { recipients: ['recipients.txt'] }) =>
  auditRecord(settings(encrypt), { out: OUT, privateKey: pair.privateKey }, memoryPorts(on))

/** A folder as it is downloaded: what was published, the model and the keys. */
function published(on: Disk, assets: readonly { name: string; content: Uint8Array }[]): Disk {
  const own = [...on].filter(([path]) => !path.startsWith(`${OUT}/`))
  return disk({
    ...Object.fromEntries(own),
    ...Object.fromEntries(assets.map(each => [`dl/${each.name}`, each.content])),
  })
}

const check = (on: Disk) =>
  verify(
    { certificate: 'dl/certificate.sigstore.json', model: ['m'], key: 'proofmark.pub', evidence: 'dl' },
    memoryPorts(on),
  )

describe('evidence that the contract calls confidential', () => {
  it('is published encrypted only, and the rest as it is', async () => {
    const on = files(CONTRACT('restricted'))
    const { verdict, assets } = await record(on)
    expect(verdict).toBe('passed')
    expect(assets.map(({ name }) => name)).toEqual([
      'SHA256SUMS',
      'evidence.intoto.jsonl',
      'evidence.tar.age',
      'model.sig',
      'certificate.dsse.json',
      'certificate.sigstore.json',
      'security-scan.evidence.json',
    ])
    const secret = on.get(`${OUT}/data-validate.evidence.json`) ?? new Uint8Array()
    const all = assets.map(({ content }) => new TextDecoder().decode(content)).join('\n')
    const decoded = all.replace(/"payload":\s*"([^"]+)"/g, (_, base64: string) => atob(base64))
    for (const text of [all, decoded]) {
      expect(text).not.toContain('income_net')
      expect(text).not.toContain(sha256(secret))
    }
    expect(decoded).toContain('"commitment":{"sha256":"')
  })

  it.each(['customer.key', 'escrow.key'])('is read with %s, and verified against the certificate', async key => {
    const on = files(CONTRACT('restricted'))
    const dl = published(on, (await record(on)).assets)
    expect((await check(dl)).outcome).toBe('verified')
    expect(await decrypt({ file: 'dl/evidence.tar.age', identities: [key], out: 'dl' }, memoryPorts(dl))).toEqual([
      'dl/data-validate.evidence.json',
      'dl/data-validate.evidence.json.salt',
    ])
    expect(dl.get('dl/data-validate.evidence.json')).toEqual(on.get(`${OUT}/data-validate.evidence.json`))
    expect(dl.secrets).toEqual(new Set(['dl/data-validate.evidence.json', 'dl/data-validate.evidence.json.salt']))
    expect((await check(dl)).outcome).toBe('verified')

    const text = new TextDecoder().decode(dl.get('dl/data-validate.evidence.json'))
    dl.set('dl/data-validate.evidence.json', new TextEncoder().encode(text.replace('1000 rows', '9000 rows')))
    expect((await check(dl)).outcome).toBe('refused')
    dl.delete('dl/data-validate.evidence.json.salt')
    expect((await check(dl)).outcome).toBe('unverifiable')
  })

  it.each([
    ['a contract that classifies nothing', CONTRACT('public'), undefined, []],
    [
      'another contract than the one that is here',
      CONTRACT('public'),
      CONTRACT('public').replace('1.0.0', '2.0.0'),
      ['data-validate'],
    ],
    ['a contract that cannot be read', 'no: contract', undefined, ['data-validate']],
  ] as const)('by %s is told', async (_, contract, seen, hidden) => {
    const { assets } = await record(files(contract, seen))
    const open = assets.map(({ name }) => name).filter(name => name.endsWith('.evidence.json'))
    expect(open).toEqual(
      ['data-validate', 'security-scan']
        .filter(gate => !(hidden as readonly string[]).includes(gate))
        .map(gate => `${gate}.evidence.json`),
    )
  })

  it('may be named gate by gate', async () => {
    const { assets } = await record(files(CONTRACT('public')), {
      recipients: keys.map(({ recipient }) => recipient),
      evidence: ['security-scan'],
    })
    const names = assets.map(({ name }) => name)
    expect(names).toContain('evidence.tar.age')
    expect(names).toContain('data-validate.evidence.json')
    expect(names).not.toContain('security-scan.evidence.json')
  })

  it('leaves no claims in the certificate', async () => {
    const claim = {
      id: 'auc.floor.income_net=low',
      title: 'AUC',
      status: 'pass' as const,
      measured: { value: 0.9 },
      required: { comparator: '>=' as const, value: 0.8 },
      reason: 'Above',
    }
    const certify = async (classification: string) => {
      const on = files(CONTRACT(classification))
      const judged = evidence('model-certify', { subject: subjectOf(MODEL), checks: [claim] })
      on.set(`${OUT}/model-certify.evidence.json`, new TextEncoder().encode(JSON.stringify(judged)))
      const { assets } = await record(on)
      const envelope = assets.find(({ name }) => name === 'certificate.dsse.json')?.content
      const { predicate } = JSON.parse(atob(JSON.parse(new TextDecoder().decode(envelope)).payload))
      return predicate['https://proofmark.dev/certificate/v1'].claims.map(({ metric }: { metric: string }) => metric)
    }
    expect(await certify('public')).toEqual(['auc.floor.income_net=low'])
    expect(await certify('restricted')).toEqual([])
  })

  it.each([
    ['certificate', 0.8, 'passed', 'It holds; the evidence is confidential'],
    ['refusal', 0.95, 'failed', 'It does not hold; the evidence is confidential'],
  ] as const)(
    'leaves no name of a slice or column in a %s, nor in decision.json',
    async (name, threshold, verdict, reason) => {
      const on = files(CONTRACT('restricted'))
      const slices = { 'income_net = low': { value: 0.9, interval: [0.85, 0.94] as [number, number], level: 0.95 } }
      const { evidence: judged } = modelDocument({}, slices, { subject: subjectOf(MODEL) })
      on.set(`${OUT}/model-certify.evidence.json`, new TextEncoder().encode(JSON.stringify(judged)))
      const rules = [{ id: 'each-slice', gate: 'model-certify', metric: 'f1', slice: '*', comparator: '>=', threshold }]
      const given = settingsWith({
        ...settings({ recipients: ['recipients.txt'] }),
        policy: { require: ['data-validate', 'security-scan', 'model-certify'], rules },
      })
      const found = await auditRecord(given, { out: OUT, privateKey: pair.privateKey }, memoryPorts(on))
      expect(found.verdict).toBe(verdict)
      const text = new TextDecoder().decode(on.get(`${OUT}/${name}.sigstore.json`))
      const statement = atob(/"payload": "([^"]+)"/.exec(text)?.[1] ?? '')
      const decision = new TextDecoder().decode(on.get(`${OUT}/decision.json`))
      for (const document of [statement, decision]) {
        expect(document).not.toContain('income_net')
        expect(document).toContain(reason)
      }
      expect(decision).not.toContain(sha256(on.get(`${OUT}/model-certify.evidence.json`) ?? ''))
      expect(JSON.parse(decision).input.confidential).toEqual([
        { gate: 'data-validate', verdict: 'passed' },
        { gate: 'model-certify', verdict: 'passed' },
      ])
    },
  )

  it('leaves no digest of itself in a refusal', async () => {
    const on = files(CONTRACT('restricted'))
    on.set('m/weights.bin', new TextEncoder().encode('swapped'))
    const { path = '', verdict } = await record(on)
    expect(verdict).toBe('failed')
    const text = new TextDecoder().decode(on.get(path))
    const statement = atob(/"payload": "([^"]+)"/.exec(text)?.[1] ?? '')
    expect(statement).toContain(sha256(on.get(`${OUT}/security-scan.evidence.json`) ?? ''))
    expect(statement).not.toContain(sha256(on.get(`${OUT}/data-validate.evidence.json`) ?? ''))
  })
})

describe('nothing is certified', () => {
  it.each([
    ['one recipient', () => [keys[0]?.recipient], 'found 1'],
    ['one recipient twice', () => [keys[0]?.recipient, keys[0]?.recipient], 'found 1'],
    ['a recipient that is none', () => [keys[0]?.recipient, 'age1nobody'], 'found age1nobody'],
    ['an identity in a file of recipients', () => [keys[0]?.recipient, 'escrow.key'], 'Expected a recipient'],
    ['a file of recipients that is not there', () => ['nowhere.txt'], 'nowhere.txt'],
  ])('for %s', async (_, recipients, message) => {
    const on = files(CONTRACT('restricted'))
    const { verdict, problem, assets } = await record(on, { recipients: recipients() })
    expect({ verdict, assets }).toEqual({ verdict: 'inconclusive', assets: [] })
    expect(problem?.message).toContain(message)
    expect(problem?.message).not.toContain(keys[1]?.identity ?? '')
    expect(on.has(`${OUT}/certificate.sigstore.json`)).toBe(false)
  })
})

describe('an encrypted file', () => {
  const encrypted = async (content: string | Uint8Array) => {
    const on = files(CONTRACT('restricted'))
    const to = keys.map(({ recipient }) => recipient)
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    on.set('x.age', await memoryPorts(on).encryption.encrypt(bytes, to, ''))
    return on
  }

  it('of anything else comes back as one file, and overwrites none', async () => {
    const on = await encrypted('hello')
    const options = { file: 'x.age', identities: ['escrow.key'] }
    expect(await decrypt(options, memoryPorts(on))).toEqual(['x'])
    expect(new TextDecoder().decode(on.get('x'))).toBe('hello')
    await expect(decrypt(options, memoryPorts(on))).rejects.toMatchObject({ code: 'encryption.exists' })
    expect(await decrypt({ ...options, out: 'there' }, memoryPorts(on))).toEqual(['there/x'])
  })

  it('is refused to anybody else', async () => {
    const on = await encrypted('hello')
    on.set('other.key', new TextEncoder().encode(await generateX25519Identity()))
    await expect(decrypt({ file: 'x.age', identities: ['other.key'] }, memoryPorts(on))).rejects.toMatchObject({
      code: 'encryption.not-for-us',
    })
    await expect(decrypt({ file: 'x.age', identities: [] }, memoryPorts(on))).rejects.toMatchObject({
      code: 'encryption.no-identity',
    })
  })

  it('is refused whichever byte of it is changed, and where it is cut off', async () => {
    const on = await encrypted('hello')
    const bytes = on.get('x.age') ?? new Uint8Array()
    const codes = new Set<string>()
    for (let i = 0; i < bytes.length; i += 3) {
      on.set('x.age', bytes.with(i, (bytes[i] ?? 0) ^ 1))
      codes.add(await refusal(on))
    }
    on.set('x.age', bytes.subarray(0, bytes.length - 1))
    codes.add(await refusal(on))
    expect([...codes].toSorted()).toEqual(['encryption.damaged', 'encryption.not-for-us'])
    expect(on.has('x')).toBe(false)

    async function refusal(on: Disk): Promise<string> {
      const options = { file: 'x.age', identities: ['escrow.key'] }
      return decrypt(options, memoryPorts(on)).then(
        () => 'none',
        error => error.code,
      )
    }
  })

  it('holds an archive whose bytes follow from its files', async () => {
    const [one, two] = [files(CONTRACT('restricted')), files(CONTRACT('restricted'))]
    const archives = [one, two].map(async on => {
      await record(on)
      const file = on.get(`${OUT}/evidence.tar.age`) ?? new Uint8Array()
      return readTar(await memoryPorts(on).encryption.decrypt(file, [keys[0]?.identity ?? ''], undefined))
    })
    const [a, b] = await Promise.all(archives)
    expect(a?.map(({ name }) => name)).toEqual(['data-validate.evidence.json', 'data-validate.evidence.json.salt'])
    expect(a?.[0]).toEqual(b?.[0])
    expect(a?.[1]?.content.length).toBe(32)
    expect(a?.[1]).not.toEqual(b?.[1])
  })
})
