import { execFileSync } from 'node:child_process'
import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleFromJSON } from '@sigstore/bundle'
import { describe, expect, it } from 'vitest'
import { trustInKey } from '../../src/core/record/trust/trust-in-key.ts'
import { sigstoreSigning } from '../../src/signing/sigstore-signing.ts'

const TYPE = 'application/vnd.in-toto+json'
const payload = new TextEncoder().encode('{"_type":"é"}')
const signing = sigstoreSigning({ token: () => Promise.reject(new Error('No identity is asked for here')) })
const pair = await signing.generate('p256')
const seal = async (key: string) => signing.seal(payload, TYPE, await signing.open(key))
const verify = (bundle: string, key: string) => signing.verify(bundle, trustInKey(key, 'ours'))
const bundle = await seal(pair.privateKey)

/** The parts of a bundle that the tests change. */
interface Parsed {
  readonly verificationMaterial: object
  readonly dsseEnvelope: { readonly signatures: readonly object[] }
}

const pem = (type: 'rsa' | 'ec' | 'ed448', options: object = {}) => {
  const generate = generateKeyPairSync as (type: string, options: object) => { privateKey: string; publicKey: string }
  return generate(type, {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    ...options,
  })
}

describe('a signed bundle', () => {
  it('gives its payload back to whoever has the public key', async () => {
    const { sha256 } = await signing.publicKey(pair.privateKey)
    expect(await verify(bundle, pair.publicKey)).toEqual({
      payload: Buffer.from(payload),
      payloadType: TYPE,
      signedBy: { kind: 'key', name: 'ours', sha256 },
    })
  })

  it('is a Sigstore bundle v0.3 that names its key by the digest of its DER', async () => {
    const parsed = bundleFromJSON(JSON.parse(bundle))
    expect(parsed.mediaType).toBe('application/vnd.dev.sigstore.bundle.v0.3+json')
    const { sha256, pem } = await signing.publicKey(pair.privateKey)
    expect(parsed.verificationMaterial.content).toEqual({ $case: 'publicKey', publicKey: { hint: sha256 } })
    expect(pem).toBe(pair.publicKey)
  })

  it('is told to be by the key of that digest', async () => {
    const { sha256, pem } = await signing.publicKey(pair.privateKey)
    expect(await signing.signatory({ kind: 'public-key', pem })).toEqual({ kind: 'key', sha256 })
  })

  it.runIf(process.platform === 'linux')('is verified by jq and openssl alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'proofmark-audit-'))
    const recipe = `
      P=$(jq -r .dsseEnvelope.payload c.json | base64 -d | wc -c); T=$(jq -r .dsseEnvelope.payloadType c.json)
      { printf 'DSSEv1 %d %s %d ' \${#T} "$T" $P; jq -r .dsseEnvelope.payload c.json | base64 -d; } > pae
      jq -r '.dsseEnvelope.signatures[0].sig' c.json | base64 -d > sig
      openssl dgst -sha256 -verify pub.pem -signature sig pae`
    try {
      writeFileSync(join(folder, 'c.json'), bundle)
      writeFileSync(join(folder, 'pub.pem'), pair.publicKey)
      expect(execFileSync('sh', ['-c', recipe], { cwd: folder, encoding: 'utf8' })).toBe('Verified OK\n')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('a bundle is refused', () => {
  const changed = (change: (bundle: Parsed) => unknown) => JSON.stringify(change(JSON.parse(bundle)))
  const refusal = async (text: string, key = pair.publicKey) => {
    const result = await verify(text, key)
    return 'refused' in result ? result.refused : 'not refused'
  }

  it('for another key', async () => {
    const other = await signing.generate('p256')
    expect(await refusal(bundle, other.publicKey)).toMatch(/^Expected a signature by key .+ but found one by key/)
  })

  it('for another key that claims to be ours', async () => {
    const other = await signing.generate('p256')
    const [ours, theirs] = await Promise.all([signing.publicKey(pair.privateKey), signing.publicKey(other.privateKey)])
    const forged = (await seal(other.privateKey)).replaceAll(theirs.sha256, ours.sha256)
    expect(await refusal(forged)).toContain('signature verification failed')
  })

  it('for another payload or payload type under the same signature', async () => {
    const other = Buffer.from('{"_type":"f"}').toString('base64')
    expect(await refusal(changed(b => ({ ...b, dsseEnvelope: { ...b.dsseEnvelope, payload: other } })))).toContain(
      'signature',
    )
    expect(await refusal(bundle.replace(TYPE, 'text/plain'))).toContain('signature')
  })

  it('for a signature over the bare payload, without DSSE’s encoding', async () => {
    const bare = sign('sha256', payload, pair.privateKey).toString('base64')
    expect(await refusal(bundle.replace(/"sig": "[^"]+"/, `"sig": "${bare}"`))).toContain('signature')
  })

  it.each([
    ['nothing', ''],
    ['no JSON', 'certificate'],
    ['an empty object', '{}'],
    ['null', 'null'],
    ['no signature', changed(b => ({ ...b, dsseEnvelope: { ...b.dsseEnvelope, signatures: [] } }))],
    [
      'two signatures',
      changed(b => ({
        ...b,
        dsseEnvelope: { ...b.dsseEnvelope, signatures: [...b.dsseEnvelope.signatures, ...b.dsseEnvelope.signatures] },
      })),
    ],
    ['an older bundle version', bundle.replace('bundle.v0.3+json', 'bundle.v0.2+json')],
    [
      'a log entry that nobody could check',
      changed(b => ({ ...b, verificationMaterial: { ...b.verificationMaterial, tlogEntries: [{}] } })),
    ],
    ['a key id beside the signature', bundle.replace('"keyid": ""', '"keyid": "x"')],
  ])('for %s', async (_, text) => {
    expect(await refusal(text)).toMatch(/^Expected a Sigstore bundle/)
  })

  it('for a certificate in place of the key', async () => {
    const text = changed(b => ({ ...b, verificationMaterial: { certificate: { rawBytes: 'AAAA' } } }))
    expect(await refusal(text)).toBe('Expected a trusted workflow but found none named, and a signature by a workflow')
  })
})

describe('a key is refused', () => {
  const p384 = pem('ec', { namedCurve: 'P-384' })
  const encrypted = pem('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' },
  })

  it.each([
    ['encrypted', encrypted.privateKey, 'signing.key-encrypted', 'found an encrypted one'],
    ['RSA', pem('rsa', { modulusLength: 2048 }).privateKey, 'signing.key-type', 'found RSA 2048'],
    ['on another curve', p384.privateKey, 'signing.key-type', 'found EC secp384r1'],
    ['Ed448', pem('ed448').privateKey, 'signing.key-type', 'found ED448'],
    ['no PEM', 'hunter2', 'signing.key-not-private', 'found none'],
    ['public', pair.publicKey, 'signing.key-not-private', 'found a public key'],
    ['squeezed into one line', pair.privateKey.replaceAll('\n', ' '), 'signing.key-unreadable', 'cannot be read'],
  ])('for signing where it is %s', async (_, key, code, message) => {
    const error = await seal(key).catch(error => error)
    expect(error).toMatchObject({ name: 'UserError', code, kind: 'input', hint: expect.any(String) })
    expect(error.message).toContain(message)
    expect(`${error.message} ${error.hint}`).not.toContain(key.split('\n')[1] ?? key)
  })

  it.each([
    ['private', pair.privateKey, 'signing.key-not-public', 'found a private key'],
    ['beside a private one', pair.publicKey + pair.privateKey, 'signing.key-not-public', 'found a private key'],
    ['on another curve', p384.publicKey, 'signing.key-type', 'found EC secp384r1'],
    ['RSA', pem('rsa', { modulusLength: 2048 }).publicKey, 'signing.key-type', 'found RSA 2048'],
    ['no PEM', 'hunter2', 'signing.key-not-public', 'found none'],
    [
      'cut short',
      `${pair.publicKey.slice(0, 80)}\n-----END PUBLIC KEY-----`,
      'signing.key-unreadable',
      'cannot be read',
    ],
  ])('for verifying where it is %s', async (_, key, code, message) => {
    const error = await verify(bundle, key).catch(error => error)
    expect(error).toMatchObject({ name: 'UserError', code, message: expect.stringContaining(message) })
  })

  it('not where openssl wrote it, parameters first', async () => {
    const key = execFileSync('openssl', ['ecparam', '-name', 'prime256v1', '-genkey'], { encoding: 'utf8' })
    const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()
    expect(key).toContain('BEGIN EC PARAMETERS')
    expect(await verify(await seal(key), publicKey)).toMatchObject({ payloadType: TYPE })
  })
})
