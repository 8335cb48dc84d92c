import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LoadedTrust } from '../../src/core/record/trust/loaded-trust.ts'
import { TrustedIdentity } from '../../src/core/record/trust/trust.ts'
import type { SealOptions } from '../../src/ports/signing.ts'
import { sigstoreSigning } from '../../src/signing/sigstore-signing.ts'
import { claims, sigstoreInstance, token } from './harness/sigstore-instance.ts'

const TYPE = 'application/vnd.in-toto+json'
/** Bytes from one that is changed to the next: a prime, so that every part of a bundle has its turn. */
const STEP = 131
const payload = Buffer.from('{"_type":"é"}')

type Instance = Awaited<ReturnType<typeof sigstoreInstance>>
let sigstore: Instance
let other: Instance
beforeAll(async () => {
  ;[sigstore, other] = await Promise.all([sigstoreInstance(), sigstoreInstance()])
})
afterAll(() => {
  sigstore.stop()
  other.stop()
})

const identity = (changes: object = {}) =>
  TrustedIdentity.parse({
    name: 'the certifier',
    workflow: 'acme/model/.github/workflows/certify.yml',
    ref: 'refs/heads/main',
    ...changes,
  })

const trust = (changes: object = {}, root: object = sigstore.root): LoadedTrust => ({
  identities: [identity(changes)],
  trustedRoot: JSON.stringify(root),
})

async function seal(said: Record<string, string> = {}, options?: SealOptions, from = sigstore): Promise<string> {
  const signing = sigstoreSigning({ token: async () => token(claims(said)) })
  const keyless = { fulcioUrl: from.url, audience: 'sigstore', mayPublish: false }
  const witnesses = options ?? { timestampAuthority: from.timestampUrl, rekor: { url: from.url, version: 1 } }
  return signing.seal(payload, TYPE, await signing.open('keyless', { keyless }), witnesses)
}

const verify = (bundle: string, by: LoadedTrust) =>
  sigstoreSigning({ token: () => Promise.reject(new Error('Verifying asks for no identity')) }).verify(bundle, by)

async function refusal(bundle: string, by = trust()): Promise<string> {
  const found = await verify(bundle, by)
  return 'refused' in found ? found.refused : 'not refused'
}

describe('a workflow signs without a key', () => {
  it.each([1, 2] as const)('with certificate, time-stamp and an entry in a Rekor of kind %i', async version => {
    const bundle = await seal({}, { timestampAuthority: sigstore.timestampUrl, rekor: { url: sigstore.url, version } })
    const found = await verify(bundle, trust())
    if ('refused' in found) throw new Error(found.refused)
    expect(found.payload).toEqual(payload)
    expect(found.payloadType).toBe(TYPE)
    expect(found.signedBy).toEqual({
      kind: 'identity',
      name: 'the certifier',
      subject: 'https://github.com/acme/model/.github/workflows/certify.yml@refs/heads/main',
      issuer: 'https://token.actions.githubusercontent.com',
      buildSigner: 'https://github.com/acme/model/.github/workflows/certify.yml@refs/heads/main',
      runner: 'github-hosted',
      repository: 'https://github.com/acme/model',
      commit: '3f2a00000000000000000000000000000000beef',
      ref: 'refs/heads/main',
      repositoryId: '812345',
      trigger: 'push',
      run: 'https://github.com/acme/model/actions/runs/42/attempts/1',
    })
    expect(Math.abs(Number(found.signedAt?.at) - Date.now())).toBeLessThan(10_000)
    expect(found.window).toBe(undefined)
  })
})

it('is told by the name that its certificate has', async () => {
  const signing = sigstoreSigning({ token: async () => token(claims()) })
  const keyless = { fulcioUrl: sigstore.url, audience: 'sigstore', mayPublish: false }
  const { key } = await (await signing.open('keyless', { keyless })).sign(payload)
  expect(await signing.signatory(key)).toEqual({
    kind: 'workflow',
    name: 'https://github.com/acme/model/.github/workflows/certify.yml@refs/heads/main',
  })
})

describe('a workflow that is not the trusted one is refused', () => {
  const SUBJECT = 'https://github.com/acme/model/.github/workflows/certify.yml@refs/heads/main'
  const workflow = (name: string) => `Expected the workflow ${SUBJECT} but found https://github.com/${name}`

  it.each([
    [
      'of a sibling repository',
      { job_workflow_ref: 'acme/tools/.github/workflows/certify.yml@refs/heads/main', repository: 'acme/tools' },
      workflow('acme/tools/.github/workflows/certify.yml@refs/heads/main'),
    ],
    [
      'of a repository whose name goes on',
      { job_workflow_ref: 'acme/models/.github/workflows/certify.yml@refs/heads/main', repository: 'acme/models' },
      workflow('acme/models/.github/workflows/certify.yml@refs/heads/main'),
    ],
    [
      'of a fork',
      { job_workflow_ref: 'mallory/model/.github/workflows/certify.yml@refs/heads/main', repository: 'mallory/model' },
      workflow('mallory/model/.github/workflows/certify.yml@refs/heads/main'),
    ],
    [
      'of a pull request',
      { job_workflow_ref: 'acme/model/.github/workflows/certify.yml@refs/pull/7/merge', ref: 'refs/pull/7/merge' },
      workflow('acme/model/.github/workflows/certify.yml@refs/pull/7/merge'),
    ],
    [
      'of a branch whose name goes on',
      { job_workflow_ref: 'acme/model/.github/workflows/certify.yml@refs/heads/main-2' },
      workflow('acme/model/.github/workflows/certify.yml@refs/heads/main-2'),
    ],
    [
      'that is another file',
      { job_workflow_ref: 'acme/model/.github/workflows/certify-yml@refs/heads/main' },
      workflow('acme/model/.github/workflows/certify-yml@refs/heads/main'),
    ],
    [
      'on another server',
      { san: 'https://github.example.com/acme/model/.github/workflows/certify.yml@refs/heads/main' },
      `Expected the workflow ${SUBJECT} but found https://github.example.com/acme/model/.github/workflows/certify.yml@refs/heads/main`,
    ],
    [
      'vouched for by another issuer',
      { iss: 'https://token.actions.example.com' },
      'Expected the issuer https://token.actions.githubusercontent.com but found https://token.actions.example.com',
    ],
    [
      'whose job stands in another workflow',
      { san: SUBJECT, job_workflow_ref: 'mallory/model/.github/workflows/certify.yml@refs/heads/main' },
      `Expected the build signer ${SUBJECT} but found https://github.com/mallory/model/.github/workflows/certify.yml@refs/heads/main`,
    ],
    [
      'that another repository has called',
      { repository: 'mallory/model', repository_id: '666' },
      'Expected the repository https://github.com/acme/model but found https://github.com/mallory/model',
    ],
  ])('%s', async (_, said, reason) => {
    expect(await refusal(await seal(said))).toBe(reason)
  })

  it('by the number of its repository, where numbers are named', async () => {
    const by = trust({ 'repository-ids': ['1', '2'] })
    expect(await refusal(await seal(), by)).toBe('Expected the repository number 1 or 2 but found 812345')
    expect(await refusal(await seal({ repository: 'acme/other', repository_id: '2' }), by)).toBe('not refused')
    expect(await refusal(await seal({ repository: 'acme/other', repository_id: '21' }), by)).toBe(
      'Expected the repository number 1 or 2 but found 21',
    )
  })

  it('by the commit that it was called by, where one is named', async () => {
    const called = (commit: string) => ({
      job_workflow_ref: `acme/governance/.github/workflows/certify.yml@${commit}`,
      repository: 'acme/model',
    })
    const commit = '09b495c3f12c7881b3cc17209a327792065c1a1d'
    const by = trust({
      workflow: 'acme/governance/.github/workflows/certify.yml',
      ref: commit,
      'repository-ids': ['812345'],
    })
    expect(await refusal(await seal(called(commit)), by)).toBe('not refused')
    expect(await refusal(await seal(called('refs/heads/main')), by)).toMatch(
      /^Expected the workflow .+ but found .+@refs\/heads\/main$/,
    )
  })

  it('by where it ran, where that is named', async () => {
    const by = trust({ runner: 'github-hosted' })
    expect(await refusal(await seal({ runner_environment: 'self-hosted' }), by)).toBe(
      'Expected the runner github-hosted but found self-hosted',
    )
  })

  it('where nobody is trusted, or only keys are', async () => {
    const bundle = await seal()
    expect(await refusal(bundle, {})).toBe(
      'Expected a trusted workflow but found none named, and a signature by a workflow',
    )
    expect(await refusal(bundle, { identities: [identity()] })).toBe(
      'Expected a trusted root to verify the certificate of a workflow by but found none named',
    )
  })
})

describe('a workflow’s signature is refused', () => {
  const without = (...names: string[]) =>
    Object.fromEntries(Object.entries(sigstore.root).map(([name, value]) => [name, names.includes(name) ? [] : value]))

  it('whose certificate another authority gave', async () => {
    const root = { ...sigstore.root, certificateAuthorities: other.root.certificateAuthorities }
    expect(await refusal(await seal(), trust({}, root))).toBe(
      'Expected a signature by a workflow but Failed to verify certificate chain',
    )
  })

  it('whose time-stamp another authority gave', async () => {
    const bundle = await seal({}, { timestampAuthority: other.timestampUrl, rekor: { url: sigstore.url, version: 1 } })
    expect(await refusal(bundle)).toBe(
      'Expected a time-stamp by a trusted authority but found one by another authority, O=proofmark test, CN=tsa',
    )
    expect(await refusal(bundle, { ...trust(), 'timestamp-authorities': [other.stamps.chain] })).toBe('not refused')
  })

  it('that another log has entered', async () => {
    const bundle = await seal({}, { timestampAuthority: sigstore.timestampUrl, rekor: { url: other.url, version: 1 } })
    expect(await refusal(bundle)).toBe('Expected a signature by a workflow but inclusion promise could not be verified')
  })

  it('that is in no log, where the trusted root names one', async () => {
    const bundle = await seal({}, { timestampAuthority: sigstore.timestampUrl })
    expect(await refusal(bundle)).toBe('Expected a signature by a workflow but expected 1 tlog entries, got 0')
    expect(await refusal(bundle, trust({}, without('tlogs')))).toBe('not refused')
  })

  it('whose certificate is in no log of certificates, where the trusted root names one', async () => {
    const root = { ...sigstore.root, ctlogs: other.root.ctlogs }
    expect(await refusal(await seal(), trust({}, root))).toBe(
      'Expected a signature by a workflow but SCT verification failed',
    )
  })

  it('that has no time, however few witnesses the trusted root names', async () => {
    const bundle = await seal({}, {})
    expect(await refusal(bundle, trust({}, without('tlogs', 'ctlogs', 'timestampAuthorities')))).toBe(
      'Expected a signature by a workflow but expected 1 timestamps, got 0',
    )
  })

  it('once its time-stamp or its log entry is taken away', async () => {
    const bundle = JSON.parse(
      await seal({}, { timestampAuthority: sigstore.timestampUrl, rekor: { url: sigstore.url, version: 2 } }),
    )
    const { timestampVerificationData: _, ...unstamped } = bundle.verificationMaterial
    const { tlogEntries: __, ...unlogged } = bundle.verificationMaterial
    const reasons = [unstamped, unlogged].map(verificationMaterial =>
      refusal(JSON.stringify({ ...bundle, verificationMaterial })),
    )
    expect(await Promise.all(reasons)).toEqual([
      'Expected a signature by a workflow but expected 1 timestamps, got 0',
      'Expected a signature by a workflow but expected 1 tlog entries, got 0',
    ])
  })

  it('over another payload', async () => {
    const bundle = JSON.parse(await seal({}, { timestampAuthority: sigstore.timestampUrl }))
    const dsseEnvelope = { ...bundle.dsseEnvelope, payload: Buffer.from('{}').toString('base64') }
    expect(await refusal(JSON.stringify({ ...bundle, dsseEnvelope }), trust({}, without('tlogs')))).toBe(
      'Expected a signature by a workflow but signature verification failed',
    )
  })

  it('with a reason, or says the same, whichever of its bytes is changed', async () => {
    const bundle = Buffer.from(await seal())
    const original = await verify(bundle.toString(), trust())
    for (let i = 0; i < bundle.length; i += STEP) {
      const changed = Buffer.from(bundle)
      changed[i] = (changed[i] ?? 0) ^ 0x01
      const found = await verify(changed.toString('latin1'), trust())
      if (!('refused' in found)) expect({ i, found }).toEqual({ i, found: original })
    }
  })

  it('by a certificate that is junk', async () => {
    const bundle = JSON.parse(await seal())
    const verificationMaterial = { ...bundle.verificationMaterial, certificate: { rawBytes: 'AAAA' } }
    expect(await refusal(JSON.stringify({ ...bundle, verificationMaterial }))).toMatch(
      /^Expected a signature by a workflow but /,
    )
  })
})

describe('a trusted root', () => {
  it.each([
    ['is no JSON', '<html>'],
    [
      'names no certificate authority',
      JSON.stringify({ mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1' }),
    ],
  ])('that %s is for the reader to mend', async (_, trustedRoot) => {
    await expect(verify(await seal(), { identities: [identity()], trustedRoot })).rejects.toMatchObject({
      code: 'signing.trusted-root',
      kind: 'input',
    })
  })

  it('whose keys cannot be read, too', async () => {
    const [ca] = sigstore.root.certificateAuthorities
    const root = {
      ...sigstore.root,
      certificateAuthorities: [{ ...ca, certChain: { certificates: [{ rawBytes: 'AAAA' }] } }],
    }
    await expect(verify(await seal(), trust({}, root))).rejects.toMatchObject({ code: 'signing.trusted-root' })
  })
})
