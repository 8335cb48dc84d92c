import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSeal } from '../../src/commands/open-seal.ts'
import { keylessProfile } from '../../src/core/record/keyless-profile.ts'
import { STATEMENT_PAYLOAD } from '../../src/core/record/statement/identifiers.ts'
import type { LoadedTrust } from '../../src/core/record/trust/loaded-trust.ts'
import { TrustedIdentity } from '../../src/core/record/trust/trust.ts'
import { sigstoreSigning } from '../../src/signing/sigstore-signing.ts'
import { disk, memoryFiles, settingsWith } from '../core/record/memory.ts'
import { connections } from '../harness/connections.ts'
import { claims, sigstoreInstance, token } from '../signing/harness/sigstore-instance.ts'

type Instance = Awaited<ReturnType<typeof sigstoreInstance>>
let sigstore: Instance
beforeAll(async () => {
  sigstore = await sigstoreInstance()
})
afterAll(() => sigstore.stop())

const audiences: string[] = []
const signing = sigstoreSigning({
  token: async audience => {
    audiences.push(audience)
    return token(claims())
  },
})

const statement = new TextEncoder().encode('{"_type":"https://in-toto.io/Statement/v1"}')

async function seal(record: object, files: Record<string, string> = {}, key?: string): Promise<string> {
  const sealed = await openSeal(settingsWith({ record }), key, { files: memoryFiles(disk(files)), signing })
  return (await sealed(statement)).bundle
}

const keyless = (changes: object = {}) => ({
  key: 'keyless',
  'timestamp-authority': sigstore.timestampUrl,
  keyless: { 'fulcio-url': sigstore.url, ...changes },
})

const trust = (withLog: boolean): LoadedTrust => ({
  identities: [
    TrustedIdentity.parse({ name: 'c', workflow: 'acme/model/.github/workflows/certify.yml', ref: 'refs/heads/main' }),
  ],
  trustedRoot: JSON.stringify(withLog ? sigstore.root : { ...sigstore.root, tlogs: [] }),
})

describe('a workflow signs by the settings', () => {
  it('in private: it asks the certificate and the time-stamp authority, and nobody else, no log', async () => {
    sigstore.asked.length = 0
    let bundle = ''
    const peers = await connections(async () => {
      bundle = await seal(keyless())
    })
    expect(sigstore.asked).toEqual(['/api/v2/signingCert'])
    expect(peers).toEqual([sigstore.url, sigstore.timestampUrl].map(url => new URL(url).host).toSorted())
    expect(await signing.verify(bundle, trust(false))).toMatchObject({
      payloadType: STATEMENT_PAYLOAD,
      signedBy: { kind: 'identity', name: 'c', repositoryId: '812345' },
      signedAt: { kind: 'time-stamp' },
    })
    expect(audiences.at(-1)).toBe('sigstore')
  })

  it('in the open where a log is named', async () => {
    sigstore.asked.length = 0
    const bundle = await seal(keyless({ 'rekor-url': sigstore.url, audience: 'ours' }))
    expect(sigstore.asked).toEqual(['/api/v2/signingCert', '/api/v1/log/entries'])
    expect(await signing.verify(bundle, trust(true))).toMatchObject({ signedBy: { kind: 'identity' } })
    expect(audiences.at(-1)).toBe('ours')
  })
})

describe('a key of one’s own signs by the settings', () => {
  it('with a time-stamp, and asks no log whatever else the settings name', async () => {
    const { privateKey, publicKey } = await signing.generate('ed25519')
    sigstore.asked.length = 0
    let bundle = ''
    const peers = await connections(async () => {
      bundle = await seal(
        { ...keyless({ 'rekor-url': sigstore.url }), key: 'keys/own.key' },
        { 'keys/own.key': privateKey },
      )
    })
    expect(sigstore.asked).toEqual([])
    expect(peers).toEqual([new URL(sigstore.timestampUrl).host])
    const by = { keys: [{ name: 'own', key: publicKey }], 'timestamp-authorities': [sigstore.stamps.chain] }
    expect(await signing.verify(bundle, by)).toMatchObject({
      signedBy: { name: 'own' },
      signedAt: { kind: 'time-stamp' },
    })
  })

  it('without a word to anybody where no authority is named', async () => {
    const { privateKey } = await signing.generate('p256')
    expect(await connections(() => seal({}, {}, privateKey))).toEqual([])
  })

  it('from a secret rather than from the file that the settings name', async () => {
    const { privateKey, publicKey } = await signing.generate('p256')
    const bundle = await seal({ key: 'missing.key' }, {}, privateKey)
    expect(await signing.verify(bundle, { keys: [{ name: 'secret', key: publicKey }] })).toMatchObject({
      signedBy: { name: 'secret' },
    })
  })

  it.each([
    ['keyless', 'keyless'],
    ['an address', 'awskms:///alias/x'],
    ['nothing', ''],
  ])('not where its file holds %s', async (_, content) => {
    await expect(seal({ key: 'own.key' }, { 'own.key': content })).rejects.toMatchObject({
      code: 'signing.key-not-private',
      message: 'Expected a private key in PEM but found none in own.key',
    })
  })
})

describe('the instances', () => {
  const profile = (keyless: object, record: object = {}) =>
    keylessProfile(settingsWith({ record: { ...record, keyless } }).record)

  it('are GitHub’s own, which publishes nothing, unless the settings say public', () => {
    expect(profile({})).toEqual({
      fulcioUrl: 'https://fulcio.githubapp.com',
      audience: 'sigstore',
      mayPublish: false,
      timestampAuthority: 'https://timestamp.githubapp.com/api/v1/timestamp',
    })
    expect(profile({ instance: 'public' })).toEqual({
      fulcioUrl: 'https://fulcio.sigstore.dev',
      audience: 'sigstore',
      mayPublish: false,
      timestampAuthority: 'https://timestamp.sigstore.dev/api/v1/timestamp',
      rekor: { url: 'https://rekor.sigstore.dev', version: 1 },
    })
  })

  it('can be somebody else’s in every part', () => {
    const own = {
      'fulcio-url': 'https://ca.example',
      'rekor-url': 'https://log.example',
      'rekor-api': 2,
      audience: 'a',
      'may-publish': true,
    }
    expect(profile(own, { 'timestamp-authority': 'https://tsa.example/tsr' })).toEqual({
      fulcioUrl: 'https://ca.example',
      audience: 'a',
      mayPublish: true,
      timestampAuthority: 'https://tsa.example/tsr',
      rekor: { url: 'https://log.example', version: 2 },
    })
  })
})
