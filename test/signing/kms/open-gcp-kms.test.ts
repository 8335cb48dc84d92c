import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Decrypter, Encrypter } from 'age-encryption'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kmsIdentity } from '../../../src/ciphers/age-kms/kms-identity.ts'
import { kmsRecipient } from '../../../src/ciphers/age-kms/kms-recipient.ts'
import { crc32c } from '../../../src/signing/kms/gcp/crc32c.ts'
import { openGcpKms } from '../../../src/signing/kms/open-gcp-kms.ts'
import { temporaryFolder } from '../../harness/runner/temporary-folder.ts'
import { cloudKms, credentialsFiles, error, gcpServer, KEY, pair, VERSION } from './gcp-server.ts'
import { refusal } from './refusal.ts'
import { served } from './served.ts'
import { verified } from './verified.ts'

const URI = `gcpkms://${VERSION}`
let server: Awaited<ReturnType<typeof gcpServer>>
let environment: Record<string, string>
beforeAll(async () => {
  server = await gcpServer()
  environment = { CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS: server.url, GOOGLE_OAUTH_ACCESS_TOKEN: 'an-access-token' }
})
afterAll(() => server.close())

/** The environment of a job whose credentials are a file. */
function withFile(content: unknown) {
  const path = join(temporaryFolder('gcp'), 'credentials.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return { CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS: server.url, GOOGLE_APPLICATION_CREDENTIALS: path }
}

const serviceAccount = () => credentialsFiles(server).serviceAccount
const externalAccount = () => credentialsFiles(server).externalAccount

test('a version of a key signs what openssl verifies, and only its digest is sent', async () => {
  const signer = await openGcpKms(URI, environment)
  expect(signer.name).toBe(URI)
  const data = Buffer.alloc(100_000, 'confidential')
  expect(await verified(signer, data)).toBe('prime256v1 true false')
  expect(server.asked.at(-1)?.body.length).toBeLessThan(120)
})

test('cosign writes the version as /versions/', async () => {
  expect(await verified(await openGcpKms(`gcpkms://${KEY}/versions/1`, environment))).toBe('prime256v1 true false')
})

test('an Ed25519 key signs the data itself', async () => {
  const other = await gcpServer(pair('ed25519'), 'EC_SIGN_ED25519')
  const env = { ...environment, CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS: other.url }
  expect(await verified(await openGcpKms(URI, env))).toBe('ed25519 true false')
  other.close()
})

test('a key of another algorithm is refused', async () => {
  const other = await gcpServer(pair('P-384'), 'EC_SIGN_P384_SHA384')
  const env = { ...environment, CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS: other.url }
  expect(await refusal(() => openGcpKms(URI, env))).toMatch(
    /^kms\.key-type \(input\): Expected gcpkms:.* to be a P-256 or Ed25519 signing key but found EC_SIGN_P384_SHA384\./,
  )
  other.close()
})

test.each([
  ['a service account', () => serviceAccount()],
  ['a workload identity by address', () => externalAccount()],
  [
    'a workload identity by file',
    () => {
      const file = join(temporaryFolder('gcp'), 'token')
      writeFileSync(file, 'the.subject.token\n')
      return { ...externalAccount(), credential_source: { file } }
    },
  ],
  ['an access token that gcloud knows', () => undefined],
])('credentials: %s', async (_, file) => {
  const content = file()
  const env =
    content === undefined
      ? { CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS: server.url, CLOUDSDK_AUTH_ACCESS_TOKEN: 'an-access-token' }
      : withFile(content)
  expect(await verified(await openGcpKms(URI, env))).toBe('prime256v1 true false')
})

test.each([
  [
    'an expired token',
    () => ({ ...environment, GOOGLE_OAUTH_ACCESS_TOKEN: 'ya29.expired-token' }),
    'kms.credentials (environment): Expected Google Cloud KMS to accept the credentials but found HTTP status 401: Request had invalid authentication credentials: ***. Take new credentials',
  ],
  [
    'another account key',
    () => withFile({ ...serviceAccount(), client_email: 'someone@else' }),
    "kms.credentials (environment): Expected Google's token endpoint to accept the credentials but found HTTP status 400: Invalid JWT Signature: ***. Check that the key of someone@else still exists",
  ],
  [
    'another repository',
    () => withFile({ ...externalAccount(), audience: '//iam.googleapis.com/other' }),
    "kms.credentials (environment): Expected Google's security token service to accept the credentials but found HTTP status 400: The given credential is rejected by the attribute condition: ***. Check the provider's attribute condition",
  ],
  [
    'a wrong request token',
    () =>
      withFile({
        ...externalAccount(),
        credential_source: {
          ...externalAccount().credential_source,
          headers: { Authorization: 'bearer another-token' },
        },
      }),
    'kms.credentials (environment): Expected the identity provider to accept the credentials but found HTTP status 401. Give the job',
  ],
  [
    'a file of another type',
    () => withFile({ type: 'authorized_user', refresh_token: 'secret-refresh' }),
    'kms.credentials-file (environment): Expected GOOGLE_APPLICATION_CREDENTIALS to name a file of type service_account or external_account but found one of type authorized_user. Run',
  ],
  [
    'no JSON',
    () => withFile('secret-refresh'),
    'kms.credentials-file (environment): Expected GOOGLE_APPLICATION_CREDENTIALS to name a file of type service_account or external_account but found no JSON. Run',
  ],
  [
    'a broken private key',
    () => withFile({ ...serviceAccount(), private_key: 'secret-refresh' }),
    'kms.credentials-file (environment): Expected GOOGLE_APPLICATION_CREDENTIALS to name a file of type service_account or external_account but found a private_key that cannot be read. Run',
  ],
  [
    'a token endpoint in the clear',
    () => withFile({ ...serviceAccount(), token_uri: 'http://evil.example/token' }),
    'kms.address (environment): Expected token_uri to be an https address but found http://evil.example. Use https',
  ],
  [
    'nothing',
    () => ({}),
    'kms.no-credentials (environment): Expected credentials for Google Cloud in the environment but found none. Run google-github-actions/auth in a step before',
  ],
])('credentials that are refused: %s', async (_, env, told) => {
  const found = await refusal(() => openGcpKms(URI, env()))
  expect(found.slice(0, told.length)).toBe(told)
  for (const secret of ['expired-token', 'eyJ', 'the.subject.token', 'another-token', 'secret-refresh'])
    expect(found).not.toContain(secret)
})

test.each([
  [
    error(403, 'PERMISSION_DENIED', "Permission 'cloudkms.cryptoKeyVersions.viewPublicKey' denied on resource"),
    /^kms\.denied \(environment\): Expected permission to use gcpkms:.*viewPublicKey.*Grant roles\/cloudkms\.signerVerifier on the key/,
  ],
  [
    error(404, 'NOT_FOUND', 'CryptoKeyVersion not found.'),
    /^kms\.missing \(input\): Expected Google Cloud KMS to know gcpkms:/,
  ],
  [
    error(400, 'FAILED_PRECONDITION', 'is not enabled, current state is: DISABLED.'),
    /^kms\.disabled \(environment\): Expected gcpkms:.* to be enabled .*current state is: DISABLED\.* Enable the version/,
  ],
])('what the service refuses is told with what to do: %#', async (reply, told) => {
  const other = await served(() => reply)
  const env = { ...environment, CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS: other.url }
  expect(await refusal(() => openGcpKms(URI, env))).toMatch(told)
  other.close()
})

test.each([
  ['publicKey', { pemCrc32c: '1' }, 'Expected the public key to have the checksum that belongs to it'],
  [':asymmetricSign', { signatureCrc32c: '1' }, 'Expected the signature to have the checksum that belongs to it'],
  [
    ':asymmetricSign',
    { verifiedDigestCrc32c: false },
    'Expected what was sent to have the checksum that belongs to it',
  ],
])('what was damaged on the way is not used: %s %o', async (end, change, told) => {
  const other = await served(asked => {
    const answer = direct(asked)
    return asked.path.endsWith(end) ? { json: { ...(answer?.json as object), ...change } } : answer
  })
  const direct = cloudKms({ ...pair('P-256'), algorithm: 'EC_SIGN_P256_SHA256' }, new Set(['an-access-token']))
  const env = { ...environment, CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS: other.url }
  expect(await refusal(async () => (await openGcpKms(URI, env)).sign(Buffer.from('x')))).toContain(told)
  other.close()
})

test('a signature by another key is not returned', async () => {
  const tokens = new Set(['an-access-token'])
  const [shown, signs] = [pair('P-256'), pair('P-256')].map(key =>
    cloudKms({ ...key, algorithm: 'EC_SIGN_P256_SHA256' }, tokens),
  )
  const other = await served(asked => (asked.method === 'GET' ? shown : signs)?.(asked))
  const env = { ...environment, CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS: other.url }
  expect(await refusal(async () => (await openGcpKms(URI, env)).sign(Buffer.from('x')))).toMatch(
    /^kms\.signature \(environment\)/,
  )
  other.close()
})

test.each([
  `gcpkms://${KEY}`,
  'gcpkms://projects/p/cryptoKeys/k',
  `gcpkms://${KEY}/cryptoKeyVersions/latest`,
  `gcpkms://projects/../locations/l/keyRings/r/cryptoKeys/k/versions/1`,
  `gcpkms://evil.example/${KEY}/versions/1`,
])('a reference that names no version of a key is refused: %s', async uri => {
  expect(await refusal(() => openGcpKms(uri, environment))).toMatch(
    /^kms\.reference \(input\): Expected a (key|version)/,
  )
})

test('the key of an age file is wrapped for one model', async () => {
  const context = { model: 'sha256:aa' }
  const encrypter = new Encrypter()
  encrypter.addRecipient(kmsRecipient(`gcpkms://${KEY}`, context, environment))
  const file = await encrypter.encrypt('the report')
  const open = (model: string) => {
    const decrypter = new Decrypter()
    decrypter.addIdentity(kmsIdentity(`gcpkms://${KEY}`, { model }, environment))
    return decrypter.decrypt(file, 'text')
  }
  expect(await open('sha256:aa')).toBe('the report')
  expect(await refusal(() => open('sha256:bb'))).toMatch(/^age\.context \(input\)/)
})

test('CRC-32C of the usual vectors (RFC 3720 §B.4)', () => {
  expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283)
  expect(crc32c(Buffer.alloc(32))).toBe(0x8a9136aa)
  expect(crc32c(Buffer.alloc(32, 0xff))).toBe(0x62a8ab43)
  expect(crc32c(Buffer.alloc(0))).toBe(0)
})
