import { execFileSync, spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { appendFileSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditRecord } from '../../src/commands/audit-record.ts'
import { compose } from '../../src/compose.ts'
import { modelId } from '../../src/core/record/model/model-id.ts'
import { disk, evidence, material, memoryPorts, settingsWith, sha256, subjectOf } from '../core/record/memory.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const CACHE = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
const PYTHON = join(CACHE, 'proofmark-model-signing/bin')
const AGE = join(CACHE, 'proofmark-age/usr/bin')
const SLSA = join(CACHE, 'proofmark-slsa-verifier/slsa-verifier-v2.7.1')

const MODEL = {
  'model/config.json': '{"a":1}',
  'model/a/b.bin': 'two',
  'model/a-b.bin': 'one',
  'model/weights.safetensors': 'weights',
}
const CONTRACT = `apiVersion: v3.1.0
kind: DataContract
id: credit
version: 1.0.0
status: active
schema:
  - name: credit
    properties:
      - name: income
        logicalType: number
        classification: restricted
`

/** A folder of programs, as an auditor has them on the path. */
let bin: string
/** What was published of a certified model, the model, and the keys. */
let published: string
/** The same of a model that was refused: its refusal, and the envelope of it. */
let refused: string

const quiet = { info() {}, warn() {}, progress() {}, done() {} }
const run = (folder: string, script: string) =>
  spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', script], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}:${PYTHON}:${AGE}:${process.env.PATH}` },
  })

beforeAll(async () => {
  bin = temporaryFolder('bin')
  execFileSync('ln', ['-s', SLSA, join(bin, 'slsa-verifier')])
  const program = `#!/bin/sh\nexec ${process.execPath} ${resolve('src/cli/main.ts')} "$@"\n`
  writeFileSync(join(bin, 'proofmark'), program, { mode: 0o755 })
  execFileSync('go', ['build', '-o', join(bin, 'dirhash'), '.'], { cwd: 'test/slow/go-dirhash' })
  const versions = [
    run('.', 'model_signing --version').stdout.trim(),
    `age ${run('.', 'age --version').stdout.trim()}`,
    `slsa-verifier ${SLSA.split('-').at(-1)}`,
    run('.', 'openssl version').stdout.trim(),
    run('.', 'sha256sum --version').stdout.split('\n')[0],
    run('.', 'pip list 2>/dev/null | grep in-toto-attestation').stdout.trim(),
    'golang.org/x/mod v0.25.0',
  ]
  console.log(versions.join('\n'))
  published = await certified(true)
  refused = await certified(false)
})

/** Certifies a model in a folder of its own, and returns a folder with what is published of it. */
async function certified(passes: boolean): Promise<string> {
  const [home, dl] = [temporaryFolder('certified'), temporaryFolder('published')]
  for (const [name, content] of Object.entries(MODEL)) write(home, name, content)
  write(home, 'contract.yaml', CONTRACT)
  for (const key of ['customer', 'escrow']) {
    expect(run(home, `age-keygen -o ${key}.key && age-keygen -y ${key}.key >> recipients`).status).toBe(0)
  }
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  write(home, 'proofmark.pub', publicKey)
  const subject = subjectOf(MODEL)
  const status = passes ? ('pass' as const) : ('fail' as const)
  const checks = (id: string) => [{ id, title: id, status, reason: 'Because' }]
  const gates = [
    evidence('data-validate', {
      subject,
      checks: checks('credit.income.range'),
      materials: [material('contract.yaml', 'contract', CONTRACT)],
    }),
    evidence('security-scan', { subject, checks: checks('artefacts') }),
  ]
  for (const each of gates) write(home, `.proofmark/${each.gate}.evidence.json`, JSON.stringify(each))
  const settings = settingsWith({
    model: { name: 'credit', version: '3', files: ['model'] },
    data: { contract: 'contract.yaml' },
    policy: { require: ['data-validate', 'security-scan'] },
    record: { encrypt: { recipients: ['recipients'] } },
  })
  const options = { out: '.proofmark', privateKey }
  const { verdict, assets } = await auditRecord(settings, options, compose(home, quiet, {}))
  expect(verdict).toBe(passes ? 'passed' : 'failed')
  for (const { name, content } of assets) write(dl, name, content)
  if (!passes) {
    const document = readFileSync(join(home, '.proofmark/refusal.sigstore.json'), 'utf8')
    const bundle = JSON.parse(document)
    write(dl, 'certificate.sigstore.json', document)
    write(dl, 'certificate.dsse.json', JSON.stringify(bundle.dsseEnvelope))
    cpSync(join(home, '.proofmark/SHA256SUMS'), join(dl, 'SHA256SUMS'))
  }
  for (const name of ['model', 'proofmark.pub', 'customer.key', 'escrow.key'])
    cpSync(join(home, name), join(dl, name), { recursive: true })
  return dl
}

function write(folder: string, name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
}

/** What was published, in a folder that may be changed. */
function copy(of = published): string {
  const folder = temporaryFolder('copy')
  cpSync(of, folder, { recursive: true })
  return folder
}

const edit = (folder: string, name: string, change: (text: string) => string) =>
  writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')))

/** Changes something in the signed statement of an envelope, and leaves the signature. */
function reword(folder: string, name: string, from: string, to: string): void {
  edit(folder, name, text => {
    const [first = '', ...others] = name.endsWith('.jsonl') ? text.split('\n') : [text]
    const document = JSON.parse(first)
    const envelope = document.dsseEnvelope ?? document
    const payload = Buffer.from(envelope.payload, 'base64').toString()
    expect(payload).toContain(from)
    envelope.payload = Buffer.from(payload.replace(from, to)).toString('base64')
    return [JSON.stringify(document), ...others].join('\n')
  })
}

/** The shell blocks of the page, in order. */
const blocks = [...readFileSync('docs/certificate.md', 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map(
  ([, text = '']) => text,
)
const [sums = '', openssl = '', slsa = '', lines = '', signing = '', age = '', verifying = '', decrypting = ''] = blocks

describe('docs/certificate.md', () => {
  it('has eight commands to check a certificate with', () => {
    expect(blocks.length).toBe(8)
  })

  it.each([
    ['sha256sum', sums],
    ['openssl and jq', openssl],
    ['slsa-verifier', slsa],
    ['jq, statement by statement', lines],
    ['model_signing', signing],
    ['age and tar', age],
    ['proofmark verify', verifying],
    ['proofmark decrypt, then verify', `${decrypting}\ncp decrypted/* .\n${verifying}`],
  ])('by %s accepts what was published', (_, script) => {
    const { status, stderr, stdout } = run(copy(), script)
    expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' })
  })

  const byte = (folder: string) => appendFileSync(join(folder, 'model/weights.safetensors'), '!')
  const added = (folder: string) => write(folder, 'model/evil.py', 'import os')
  const renamed = (folder: string) => renameSync(join(folder, 'model/config.json'), join(folder, 'model/Config.json'))
  const gone = (folder: string) => rmSync(join(folder, 'model/a'), { recursive: true })
  const statement = (folder: string) => {
    reword(folder, 'certificate.dsse.json', '"require":["data-validate"', '"require":["model-certify"')
    reword(folder, 'certificate.sigstore.json', '"require":["data-validate"', '"require":["model-certify"')
  }
  const finding = (folder: string) => reword(folder, 'evidence.intoto.jsonl', 'PASSED', 'WARNED')
  const signed = (folder: string) => reword(folder, 'model.sig', '"a-b.bin"', '"b-a.bin"')
  const archive = (folder: string) => {
    const bytes = readFileSync(join(folder, 'evidence.tar.age'))
    writeFileSync(join(folder, 'evidence.tar.age'), bytes.with(bytes.length - 20, (bytes.at(-20) ?? 0) ^ 1))
  }
  it.each([
    ['sha256sum', sums, [byte, added, renamed, gone]],
    ['openssl and jq', openssl, [statement]],
    ['slsa-verifier', slsa, [statement]],
    ['jq, statement by statement', lines, [finding]],
    ['model_signing', signing, [byte, added, renamed, gone, signed]],
    ['age and tar', age, [archive]],
    ['proofmark verify', verifying, [byte, added, renamed, gone, statement, finding, signed, archive]],
    ['proofmark decrypt', decrypting, [archive]],
  ] as const)('by %s refuses what was tampered with', (_, script, attacks) => {
    for (const attack of attacks) {
      const folder = copy()
      attack(folder)
      expect({ attack: attack.name, refused: run(folder, script).status !== 0 }).toEqual({
        attack: attack.name,
        refused: true,
      })
    }
  })

  it('accepts no refusal for a certificate, whoever verifies, though its signature holds', () => {
    const folder = copy(refused)
    expect(run(folder, openssl).stdout).toContain('Verified OK')
    for (const script of [openssl, slsa, verifying]) expect(run(folder, script).status).not.toBe(0)
  })

  it('accepts no certificate for another resource or level', () => {
    const folder = copy()
    for (const [from, to] of [
      ['credit@3', 'credit@4'],
      ['PROOFMARK_CERTIFIED', 'PROOFMARK_MODEL_CERTIFIED'],
      ['verifier/v1', 'verifier/v2'],
    ] as const)
      expect(run(folder, slsa.replace(from, to)).status).not.toBe(0)
  })
})

describe('age', () => {
  it.each(['customer.key', 'escrow.key'])('opens our archive with %s, and we open its files', key => {
    const folder = copy()
    const ours = `age --decrypt --identity ${key} --output evidence.tar evidence.tar.age && tar --list --file evidence.tar`
    expect(run(folder, ours).stdout.split('\n')).toContain('data-validate.evidence.json.salt')
    const theirs = `printf hello | age -r "$(age-keygen -y customer.key)" -r "$(age-keygen -y escrow.key)" > x.age
      proofmark decrypt x.age --identity ${key} && cat x`
    expect(run(folder, theirs).stdout).toBe('x\nhello')
  })

  it('opens it with no other identity', () => {
    expect(run(copy(), 'age-keygen -o other.key; age --decrypt --identity other.key evidence.tar.age').status).toBe(1)
  })
})

describe('a model of awkward names', () => {
  const ZOO = {
    'a/b.bin': 'two',
    'a-b.bin': 'one',
    'a.b': 'dot',
    'a/b/c': 'deep',
    'modèle.bin': 'three',
    '😀.bin': 'four',
    '～.bin': 'five',
    'with space.txt': 'x y',
    '-dash': '-',
    '$(touch evil)': '',
    'quote\'"': 'q',
    'A/b.bin': 'upper',
  }

  it("has the id that Go's dirhash computes", () => {
    const folder = temporaryFolder('zoo')
    for (const [name, content] of Object.entries(ZOO)) write(folder, name, content)
    const go = execFileSync(join(bin, 'dirhash'), [folder], { encoding: 'utf8' })
    expect(go.trim()).toBe(modelId(subjectOf(ZOO), sha256))
    renameSync(join(folder, 'a-b.bin'), join(folder, 'a_b.bin'))
    expect(execFileSync(join(bin, 'dirhash'), [folder], { encoding: 'utf8' })).not.toBe(go)
  })

  it('is accepted by model_signing in our order and has the roots it computes', () => {
    const script = `
import hashlib, json, pathlib, sys
import model_signing
m = model_signing.hashing.hash(pathlib.Path('model'))
h = hashlib.sha256()
for d in m.resource_descriptors(): h.update(d.digest.digest_value)
print(h.hexdigest())`
    const root = run(published, `python - <<'EOF'\n${script}\nEOF`).stdout.trim()
    const certificate = JSON.parse(readFileSync(join(published, 'certificate.dsse.json'), 'utf8'))
    const { predicate } = JSON.parse(Buffer.from(certificate.payload, 'base64').toString())
    const { omsRoot, omsRootByParts } = predicate['https://proofmark.dev/certificate/v1'].model
    expect(root).toBe(omsRootByParts)
    expect(root).not.toBe(omsRoot)
  })
})

it("in-toto's own schemas read every statement", () => {
  const script = `
import base64, json, sys
from google.protobuf import json_format
from in_toto_attestation.v1 import statement, statement_pb2
from in_toto_attestation.predicates.test_result.v0 import test_result_pb2
from in_toto_attestation.predicates.vsa.v1 import vsa_pb2
read = 0
for name in ['certificate.dsse.json', 'evidence.intoto.jsonl']:
    for line in open(name):
        body = json.loads(base64.b64decode(json.loads(line)['payload']))
        pb = json_format.ParseDict(body, statement_pb2.Statement())
        statement.Statement.copy_from_pb(pb).validate()
        kind = body['predicateType']
        if 'test-result' in kind:
            json_format.ParseDict(body['predicate'], test_result_pb2.TestResult(), ignore_unknown_fields=True)
        if 'verification_summary' in kind:
            # The schema of this version has one text where the specification has a list.
            predicate = {**body['predicate'], 'verifiedLevels': body['predicate']['verifiedLevels'][0]}
            json_format.ParseDict(predicate, vsa_pb2.VerificationSummary(), ignore_unknown_fields=True)
        read += 1
print(read)`
  const { stdout, stderr } = run(published, `python - <<'EOF'\n${script}\nEOF`)
  expect({ stdout, stderr }).toEqual({ stdout: '4\n', stderr: '' })
})

it('a model of 60 000 files gets everything but a model.sig', async () => {
  const many = Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`model/${i}`, '']))
  const scanned = evidence('security-scan', { subject: subjectOf(many) })
  const files = disk({ ...many, '.proofmark/security-scan.evidence.json': JSON.stringify(scanned) })
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const settings = settingsWith({ model: { files: ['model'] }, policy: { require: ['security-scan'] } })
  const { verdict, assets } = await auditRecord(settings, { out: '.proofmark', privateKey }, memoryPorts(files))
  expect(verdict).toBe('passed')
  expect(assets.map(({ name }) => name)).toEqual([
    'SHA256SUMS',
    'evidence.intoto.jsonl',
    'certificate.dsse.json',
    'certificate.sigstore.json',
    'security-scan.evidence.json',
  ])
})
