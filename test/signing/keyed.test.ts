import { generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX_BUNDLE_BYTES } from '../../src/core/record/statement/bundle.ts'
import { outsideWindow } from '../../src/core/record/trust/key-window.ts'
import type { LoadedTrust } from '../../src/core/record/trust/loaded-trust.ts'
import { trustInKey } from '../../src/core/record/trust/trust-in-key.ts'
import type { Signer } from '../../src/ports/signer.ts'
import type { VerifyOptions } from '../../src/ports/signing.ts'
import { sigstoreSigning } from '../../src/signing/sigstore-signing.ts'
import { listen } from './harness/listen.ts'
import { timestampAuthority } from './harness/timestamp-authority.ts'

const TYPE = 'application/vnd.in-toto+json'
const payload = Buffer.from('{"_type":"é"}')
const signing = sigstoreSigning({ token: () => Promise.reject(new Error('No identity is asked for here')) })
const pair = await signing.generate('p256')
const { sha256: id } = await signing.publicKey(pair.privateKey)

type Authority = Awaited<ReturnType<typeof timestampAuthority>>
let tsa: Authority
let other: Authority
let bare: string
let stamped: string
beforeAll(async () => {
  ;[tsa, other] = await Promise.all([timestampAuthority(), timestampAuthority()])
  bare = await seal(pair.privateKey)
  stamped = await seal(pair.privateKey, tsa.url)
})
afterAll(() => {
  tsa.stop()
  other.stop()
})

const seal = async (key: string, timestampAuthority?: string) =>
  signing.seal(payload, TYPE, await signing.open(key), { timestampAuthority })

const HOUR = 3_600_000
/** A time so many hours from now, as trust writes it. */
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString()

const trust = (window: { 'not-before'?: string; 'not-after'?: string } = {}, authorities?: string[]): LoadedTrust => ({
  keys: [{ name: 'the certifier', key: pair.publicKey, ...window }],
  ...(authorities ? { 'timestamp-authorities': authorities } : {}),
})

async function outcome(bundle: string, by: LoadedTrust, options?: VerifyOptions) {
  const found = await signing.verify(bundle, by, options)
  return 'refused' in found ? found.refused : found
}

const accepted = { payload, payloadType: TYPE, signedBy: { kind: 'key', name: 'the certifier', sha256: id } }
const signedAt = () => ({ at: expect.any(Date), kind: 'time-stamp', by: 'O=proofmark test, CN=tsa' })

describe.each(['p256', 'ed25519'] as const)('a key (%s)', kind => {
  it('signs, with a time-stamp that whoever trusts the authority reads', async () => {
    const { privateKey, publicKey } = await signing.generate(kind)
    const by = { ...trustInKey(publicKey, 'ours'), 'timestamp-authorities': [tsa.chain] }
    const found = await outcome(await seal(privateKey, tsa.url), by)
    const { sha256 } = await signing.publicKey(privateKey)
    expect(found).toEqual({
      payload,
      payloadType: TYPE,
      signedBy: { kind: 'key', name: 'ours', sha256 },
      signedAt: signedAt(),
    })
  })

  it('is refused over another payload, or by another key', async () => {
    const [ours, theirs] = await Promise.all([signing.generate(kind), signing.generate(kind)])
    const bundle = await seal(ours.privateKey)
    expect(await outcome(bundle.replace(TYPE, 'text/plain'), trustInKey(ours.publicKey, 'ours'))).toMatch(
      /^Expected a signature by key \S+ over this payload but signature verification failed$/,
    )
    expect(await outcome(bundle, trustInKey(theirs.publicKey, 'theirs'))).toMatch(
      /^Expected a signature by key \S+ but found one by key \S+$/,
    )
  })
})

describe('a key that counts for some time only', () => {
  it('counts where an authority says that it was then', async () => {
    const window = { 'not-before': inHours(-1), 'not-after': inHours(1) }
    expect(await outcome(stamped, trust(window, [tsa.chain]))).toEqual({ ...accepted, signedAt: signedAt() })
  })

  it.each([
    [
      'retired',
      { 'not-after': '2026-01-01T00:00:00Z' },
      /^Expected a signature not after 2026-01-01T00:00:00Z but it was made at \S+Z \(key the certifier\)$/,
    ],
    [
      'not yet in use',
      { 'not-before': '2099-01-01T00:00:00Z' },
      /^Expected a signature not before 2099-01-01T00:00:00Z but it was made at \S+Z \(key the certifier\)$/,
    ],
  ])('is refused where it was %s then', async (_, window, reason) => {
    expect(await outcome(stamped, trust(window, [tsa.chain]))).toMatch(reason)
  })

  it('is refused however early the clock of the runner was', async () => {
    const dated = Buffer.from('{"predicate":{"timeVerified":"2025-06-01T00:00:00Z"}}')
    const signer = await signing.open(pair.privateKey)
    const bundle = await signing.seal(dated, TYPE, signer, { timestampAuthority: tsa.url })
    expect(await outcome(bundle, trust({ 'not-after': '2026-01-01T00:00:00Z' }, [tsa.chain]))).toMatch(
      /^Expected a signature not after 2026-01-01T00:00:00Z but it was made at/,
    )
  })

  it('is refused without a time-stamp: whoever holds a retired key dates its statements', async () => {
    const window = { 'not-after': inHours(1) }
    const stripped = JSON.parse(stamped)
    delete stripped.verificationMaterial.timestampVerificationData
    const none = 'Expected a time-stamp by a trusted authority but found none'
    expect(await outcome(bare, trust(window, [tsa.chain]))).toBe(none)
    expect(await outcome(JSON.stringify(stripped), trust(window, [tsa.chain]))).toBe(none)
    expect(await outcome(JSON.stringify(stripped), trust({}, [tsa.chain]))).toBe(none)
  })

  it('is refused where nobody’s time-stamps are trusted', async () => {
    const reason =
      'Expected a trusted time, because key the certifier counts for some time only, but found no time-stamp that can be checked'
    expect(await outcome(stamped, trust({ 'not-after': inHours(1) }))).toBe(reason)
    expect(await outcome(bare, trust({ 'not-after': inHours(1) }))).toBe(reason)
  })

  it('is refused by the time-stamp of an authority that is not trusted', async () => {
    expect(await outcome(stamped, trust({ 'not-after': inHours(1) }, [other.chain]))).toBe(
      'Expected a time-stamp by a trusted authority but found one by another authority, O=proofmark test, CN=tsa',
    )
  })

  it('is refused by a time-stamp over another signature', async () => {
    const [ours, theirs] = [
      JSON.parse(bare),
      JSON.parse(await seal((await signing.generate('p256')).privateKey, tsa.url)),
    ]
    const { timestampVerificationData } = theirs.verificationMaterial
    const moved = { ...ours, verificationMaterial: { ...ours.verificationMaterial, timestampVerificationData } }
    expect(await outcome(JSON.stringify(moved), trust({}, [tsa.chain]))).toBe(
      'Expected a time-stamp by a trusted authority but found one over something else',
    )
  })

  it('waits for the time of the log, where the caller says that one is coming', async () => {
    const window = { 'not-before': '2020-01-01T00:00:00Z', 'not-after': '2021-01-01T00:00:00Z' }
    const found = await outcome(bare, trust(window, [tsa.chain]), { logTimeComes: true })
    expect(found).toEqual({ ...accepted, window })
    expect(outsideWindow(window, new Date('2021-01-01T00:00:00Z'))).toBe(undefined)
    expect(outsideWindow(window, new Date('2021-01-01T00:00:00.001Z'))).toBe(
      'Expected a signature not after 2021-01-01T00:00:00Z but it was made at 2021-01-01T00:00:00.001Z',
    )
    expect(outsideWindow(window, new Date('2020-01-01T00:00:00Z'))).toBe(undefined)
    expect(outsideWindow(window, new Date('2019-12-31T23:59:59Z'))).toBe(
      'Expected a signature not before 2020-01-01T00:00:00Z but it was made at 2019-12-31T23:59:59.000Z',
    )
  })

  it('is refused at once by a time-stamp outside its window, whatever the log will say', async () => {
    expect(
      await outcome(stamped, trust({ 'not-after': '2026-01-01T00:00:00Z' }, [tsa.chain]), { logTimeComes: true }),
    ).toMatch(/^Expected a signature not after 2026-01-01T00:00:00Z but it was made at/)
  })

  it('counts twice where it is named twice, once for each time', async () => {
    const [key] = trust().keys ?? []
    const by = {
      keys: [
        { ...key, name: 'old', key: pair.publicKey, 'not-after': '2026-01-01T00:00:00Z' },
        { ...key, name: 'new', key: pair.publicKey, 'not-before': '2026-01-02T00:00:00Z' },
      ],
      'timestamp-authorities': [tsa.chain],
    }
    expect(await outcome(stamped, by)).toMatchObject({ signedBy: { name: 'new' } })
  })
})

describe('a bundle of a key', () => {
  it('is refused where nobody is trusted', async () => {
    expect(await outcome(bare, {})).toBe(
      `Expected a trusted key but found none named, and a signature by key ${id.slice(0, 12)}…`,
    )
  })

  it('is verified by a plain key whatever time-stamp it carries, and then has no time', async () => {
    expect(await outcome(stamped, trust())).toEqual(accepted)
  })

  it.each([
    ['cut short', () => stamped.slice(0, stamped.length / 2)],
    ['empty', () => ''],
    ['no object', () => '[]'],
    ['junk', () => '\u0000\uffff'.repeat(1000)],
    ['deep', () => '['.repeat(100_000)],
    ['100 MB', () => ' '.repeat(100 * 1024 * 1024)],
    ['of five time-stamps', () => manyTimes(5)],
    [
      'of a time-stamp that is not base64',
      () => stamped.replace(/"signedTimestamp": "[^"]+"/, '"signedTimestamp": "%%%%"'),
    ],
    ['of an unknown field', () => stamped.replace('"rfc3161Timestamps"', '"rfc9999Timestamps"')],
  ])('is refused with a reason where it is %s', async (_, text) => {
    expect(await outcome(text(), trust({}, [tsa.chain]))).toMatch(/^Expected a Sigstore bundle/)
  })

  it('is refused where it is larger than any that is signed', async () => {
    expect(await outcome(' '.repeat(MAX_BUNDLE_BYTES + 1), trust())).toBe(
      'Expected a Sigstore bundle of at most 8388608 bytes but found a larger one',
    )
  })

  it('needs every one of its time-stamps to hold', async () => {
    const found = await outcome(manyTimes(1, Buffer.from('junk').toString('base64')), trust({}, [tsa.chain]))
    expect(found).toBe('Expected a time-stamp by a trusted authority but found something else: cut short')
  })

  const manyTimes = (copies: number, ...more: string[]) => {
    const bundle = JSON.parse(stamped)
    const [time] = bundle.verificationMaterial.timestampVerificationData.rfc3161Timestamps
    bundle.verificationMaterial.timestampVerificationData.rfc3161Timestamps = [
      ...Array(copies).fill(time),
      ...more.map(signedTimestamp => ({ signedTimestamp })),
    ]
    return JSON.stringify(bundle)
  }
})

describe('trust that cannot be read is for the reader to mend, whatever the bundle', () => {
  it.each([
    ['a key that is none', { keys: [{ name: 'x', key: '-----BEGIN PUBLIC KEY-----' }] }, 'signing.key-unreadable'],
    [
      'an authority that is none',
      { 'timestamp-authorities': ['-----BEGIN CERTIFICATE-----'] },
      'signing.certificate-unreadable',
    ],
  ])('%s', async (_, by, code) => {
    await expect(signing.verify('', by)).rejects.toMatchObject({ code, kind: 'input' })
  })
})

describe('nothing is sealed', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const signer = (signature: Uint8Array, key = pem): Signer => ({
    name: 'the token',
    sign: async () => ({ signature, key: { kind: 'public-key', pem: key } }),
  })

  it.each([
    [
      'r and s side by side, not in DER',
      (data: Buffer) => sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
    ],
    ['over another hash', (data: Buffer) => sign('sha384', data, privateKey)],
    ['empty', () => new Uint8Array()],
  ])('where a signer answers a signature that is %s', async (_, signature) => {
    const faulty: Signer = {
      name: 'the token',
      sign: async data => ({ signature: signature(Buffer.from(data)), key: { kind: 'public-key', pem } }),
    }
    await expect(signing.seal(payload, TYPE, faulty)).rejects.toMatchObject({
      code: 'signing.bad-signature',
      kind: 'environment',
      message: 'Expected a signature by the token but found one that does not hold',
    })
  })

  it('where the key is of another kind', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' })
    await expect(signing.seal(payload, TYPE, signer(new Uint8Array(), rsa.toString()))).rejects.toMatchObject({
      code: 'signing.key-type',
    })
  })

  it('where the time-stamp that was asked for does not come', async () => {
    const gone = await listen(() => ({ status: 410, body: '' }))
    await expect(seal(pair.privateKey, gone.url)).rejects.toMatchObject({ code: 'signing.no-answer' })
    gone.stop()
  })
})
