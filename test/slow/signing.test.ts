import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STATEMENT_PAYLOAD } from '../../src/core/record/statement/identifiers.ts'
import { sigstoreSigning } from '../../src/signing/sigstore-signing.ts'
import { sha256 } from '../core/record/memory.ts'
import { blockOf } from '../docs/block-of.ts'
import { claims, sigstoreInstance, token } from '../signing/harness/sigstore-instance.ts'

/** What scripts/get-sigstore.sh makes: sigstore (Python), and a verifier built on sigstore-go. */
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'proofmark-sigstore')
const PYTHON = join(CACHE, 'python/bin/python')
const GO = join(CACHE, 'verify-bundle')

const MODEL = sha256('a model')
const statement = {
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'SHA256SUMS', digest: { sha256: MODEL } }],
  predicateType: 'https://slsa.dev/verification_summary/v1',
  predicate: { verifier: { id: 'é' } },
}
const payload = Buffer.from(JSON.stringify(statement))
const SUBJECT = 'https://github.com/acme/model/.github/workflows/certify.yml@refs/heads/main'
const ISSUER = 'https://token.actions.githubusercontent.com'

type Instance = Awaited<ReturnType<typeof sigstoreInstance>>
let sigstore: Instance
let folder: string
beforeAll(async () => {
  for (const program of [PYTHON, GO])
    if (!existsSync(program))
      throw new Error(`Expected ${program} but found nothing there: run scripts/get-sigstore.sh`)
  sigstore = await sigstoreInstance()
  folder = mkdtempSync(join(tmpdir(), 'proofmark-signing-'))
  put('root.json', JSON.stringify(sigstore.root))
})
afterAll(() => {
  sigstore?.stop()
  if (folder) rmSync(folder, { recursive: true })
})

const put = (name: string, content: string) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const signing = sigstoreSigning({ token: async () => token(claims()) })

/** The same bundle about another model, under the same signature. */
function tampered(bundle: string): string {
  const { dsseEnvelope, ...rest } = JSON.parse(bundle)
  const other = JSON.stringify({ ...statement, predicate: {} })
  return JSON.stringify({ ...rest, dsseEnvelope: { ...dsseEnvelope, payload: Buffer.from(other).toString('base64') } })
}

/** What a program says of a bundle, in its last line. */
const says = (command: string, ...args: string[]) => {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8', cwd: folder })
  return { status, said: `${stdout}${stderr}`.trim().split('\n').at(-1) ?? '' }
}

describe.each(['p256', 'ed25519'] as const)('a bundle of a key (%s), with a time-stamp', kind => {
  let bundle: string
  beforeAll(async () => {
    const pair = await signing.generate(kind)
    put(`${kind}.pub`, pair.publicKey)
    bundle = await signing.seal(payload, STATEMENT_PAYLOAD, await signing.open(pair.privateKey), {
      timestampAuthority: sigstore.timestampUrl,
    })
  })

  it('is verified by openssl and jq', () => {
    put('proofmark.pub', readFileSync(join(folder, `${kind}.pub`), 'utf8'))
    const other = kind === 'p256' ? '# Ed25519' : '# P-256'
    const recipe = blockOf('docs/signing.md', 'P=$(jq')
      .split('\n')
      .filter(line => !line.endsWith(other))
      .join('\n')
    put('c.json', bundle)
    expect(says('sh', '-c', recipe)).toEqual({
      status: 0,
      said: expect.stringMatching(/^(Verified OK|Signature Verified Successfully)$/),
    })
    put('c.json', tampered(bundle))
    expect(says('sh', '-c', recipe)).toMatchObject({ status: 1 })
  })

  it('has a time-stamp that openssl verifies over its signature', () => {
    put('c.json', bundle)
    put('authority-root.pem', sigstore.stamps.root)
    const { dsseEnvelope } = JSON.parse(bundle)
    const signature = Buffer.from(dsseEnvelope.signatures[0].sig, 'base64')
    writeFileSync(join(folder, 'sig'), signature)
    const recipe = `exec 2>/dev/null\n${blockOf('docs/signing.md', "jq -r '.verificationMaterial")}`
    expect(says('sh', '-ec', recipe)).toEqual({
      status: 0,
      said: expect.stringMatching(/^Time stamp: \w+ +\d+ [\d:.]+ \d{4} GMT$/),
    })
    writeFileSync(join(folder, 'sig'), signature.toReversed())
    expect(says('sh', '-ec', recipe)).toMatchObject({ status: 1 })
  })

  it('is verified by sigstore-go, and refused where it was tampered with, is of another key, or about another model', () => {
    const other = execFileSync('openssl', ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'])
    put('other.pub', execFileSync('openssl', ['pkey', '-pubout'], { input: other, encoding: 'utf8' }))
    const go = (text: string, key = `${kind}.pub`, model = MODEL) =>
      says(GO, 'key', 'root.json', key, model, put('b.json', text))
    expect(go(bundle)).toEqual({ status: 0, said: 'accepted' })
    expect(go(tampered(bundle))).toMatchObject({ status: 1, said: expect.stringContaining('signature') })
    expect(go(bundle, 'other.pub')).toMatchObject({ status: 1, said: expect.stringContaining('signature') })
    expect(go(bundle, `${kind}.pub`, sha256('another'))).toMatchObject({
      status: 1,
      said: expect.stringContaining('digest'),
    })
  })
})

describe.each([1, 2] as const)('a bundle of a workflow, in a log of kind %i', version => {
  let bundle: string
  beforeAll(async () => {
    const keyless = { fulcioUrl: sigstore.url, audience: 'sigstore', mayPublish: false }
    bundle = await signing.seal(payload, STATEMENT_PAYLOAD, await signing.open('keyless', { keyless }), {
      timestampAuthority: sigstore.timestampUrl,
      rekor: { url: sigstore.url, version },
    })
  })

  const PROGRAM = `
import sys
from sigstore.models import Bundle, TrustedRoot
from sigstore.verify import Verifier, policy
bundle, root, identity, issuer = sys.argv[1:]
try:
    with open(bundle, 'rb') as file:
        signed = Bundle.from_json(file.read())
    by = policy.Identity(identity=identity, issuer=issuer)
    Verifier(trusted_root=TrustedRoot.from_file(root)).verify_dsse(signed, by)
    print('accepted')
except Exception as error:
    print('refused:', error)
    sys.exit(1)
`

  it.each([
    [
      'sigstore (Python)',
      (text: string, subject: string) => says(PYTHON, '-c', PROGRAM, put('b.json', text), 'root.json', subject, ISSUER),
    ],
    [
      'sigstore-go',
      (text: string, subject: string) => says(GO, 'workflow', 'root.json', subject, ISSUER, MODEL, put('b.json', text)),
    ],
  ])('is verified by %s, and refused where it was tampered with or is another workflow’s', (_, verify) => {
    expect(verify(bundle, SUBJECT)).toEqual({ status: 0, said: 'accepted' })
    expect(verify(tampered(bundle), SUBJECT)).toMatchObject({ status: 1, said: expect.stringMatching(/^refused: /) })
    expect(verify(bundle, SUBJECT.replace('main', 'main2'))).toMatchObject({
      status: 1,
      said: expect.stringMatching(/^refused: /),
    })
  })
})
