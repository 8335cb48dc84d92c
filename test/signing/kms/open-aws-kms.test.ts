import { sign } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openAwsKms } from '../../../src/signing/kms/open-aws-kms.ts'
import { temporaryFolder } from '../../harness/runner/temporary-folder.ts'
import { pair } from './gcp-server.ts'
import { refusal } from './refusal.ts'
import { type Asked, type Reply, served } from './served.ts'
import { verified } from './verified.ts'

const URI = 'awskms:///alias/certify'
const KEYS = {
  AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'the-secret-key',
  AWS_SESSION_TOKEN: 'the-session-token',
}
const open: { close(): unknown }[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

async function server(reply: (asked: Asked) => Reply) {
  const one = await served(reply)
  open.push(one)
  return one
}
const at = (url: string) => ({ AWS_REGION: 'eu-central-1', AWS_ENDPOINT_URL: url })
const exception = (type: string, message = ''): Reply => ({
  status: 400,
  json: { __type: `com.amazonaws.kms#${type}`, message },
})

/** What AWS KMS does, by its reference, with an Ed25519 key: it signs what it is sent, up to 4,096 bytes. */
const { privateKey, publicKey } = pair('ed25519')
function edwards({ headers, body }: Asked): Reply {
  const parameters = JSON.parse(body)
  if (headers['x-amz-target'] === 'TrentService.GetPublicKey')
    return {
      json: {
        KeyId: 'arn:aws:kms:eu-central-1:111122223333:key/k',
        KeySpec: 'ECC_NIST_EDWARDS25519',
        KeyUsage: 'SIGN_VERIFY',
        PublicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
      },
    }
  const message = Buffer.from(parameters.Message, 'base64')
  if (parameters.MessageType !== 'RAW' || parameters.SigningAlgorithm !== 'ED25519_SHA_512' || message.length > 4096)
    return exception('ValidationException')
  return { json: { KeyId: parameters.KeyId, Signature: sign(null, message, privateKey).toString('base64') } }
}

test('an Ed25519 key signs up to 4,096 bytes, and says what to do about more', async () => {
  const { url, asked } = await server(edwards)
  const signer = await openAwsKms(URI, { ...at(url), ...KEYS })
  expect(await verified(signer, Buffer.alloc(4096))).toBe('ed25519 true false')
  const requests = asked.length
  expect(await refusal(() => signer.sign(Buffer.alloc(4097)))).toBe(
    `kms.too-long (input): Expected at most 4096 bytes for ${URI} to sign but found 4097. AWS KMS signs no more with an Ed25519 key: make a key of type ECC_NIST_P256`,
  )
  expect(asked).toHaveLength(requests)
})

test('requests carry the session token and are signed for the region of an ARN', async () => {
  const { url, asked } = await server(edwards)
  const arn = 'awskms:///arn:aws:kms:us-west-2:111122223333:alias/certify'
  await openAwsKms(arn, { ...at(url), ...KEYS })
  expect(asked[0]?.headers).toMatchObject({
    'x-amz-security-token': 'the-session-token',
    'content-type': 'application/x-amz-json-1.1',
  })
  expect(asked[0]?.headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d{8}\/us-west-2\/kms\/aws4_request/,
  )
  expect(JSON.stringify(asked)).not.toContain('the-secret-key')
})

test.each([
  [
    'ExpiredTokenException',
    'The security token the-session-token is expired',
    'kms.credentials (environment): Expected AWS KMS to accept the credentials but found HTTP status 400: ExpiredTokenException: The security token *** is expired. Take new credentials',
  ],
  [
    'InvalidSignatureException',
    'Signature expired',
    'kms.credentials (environment): Expected AWS KMS to accept the credentials but found HTTP status 400: InvalidSignatureException: Signature expired. Take new credentials',
  ],
  [
    'AccessDeniedException',
    'User: arn:aws:iam::1:user/x is not authorized to perform: kms:GetPublicKey',
    'kms.denied (environment): Expected permission to use awskms:///alias/certify but found HTTP status 400: AccessDeniedException: User: arn:aws:iam::1:user/x is not authorized',
  ],
  [
    'KMSInvalidStateException',
    'is pending import',
    'kms.disabled (environment): Expected awskms:///alias/certify to be enabled',
  ],
  [
    'UnsupportedOperationException',
    'no public key',
    'kms.refused (input): Expected AWS KMS to take a request for awskms:///alias/certify',
  ],
])('%s is told with what to do', async (type, message, told) => {
  const { url, asked } = await server(() => exception(type, message))
  const found = await refusal(() => openAwsKms(URI, { ...at(url), ...KEYS }, { second: 1 }))
  expect(found.slice(0, told.length)).toBe(told)
  expect(asked).toHaveLength(1)
})

test('throttling, which AWS tells with status 400, is waited for', async () => {
  let n = 0
  const { url, asked } = await server(one =>
    n++ < 2 ? exception('ThrottlingException', 'Rate exceeded') : edwards(one),
  )
  expect(await refusal(() => openAwsKms(URI, { ...at(url), ...KEYS }, { second: 1 }))).toBe('none')
  expect(asked).toHaveLength(3)
})

const role = {
  AccessKeyId: 'ASIAROLE',
  SecretAccessKey: 'role-secret',
  Token: 'role-token',
  Expiration: '2099-01-01T00:00:00Z',
}
const accessKey = (asked: readonly Asked[]) => /Credential=(\w+)/.exec(asked.at(-1)?.headers.authorization ?? '')?.[1]

test('the credentials of a container are taken, with its token from a file', async () => {
  const file = join(temporaryFolder('eks'), 'token')
  writeFileSync(file, 'the-pod-token')
  const { url, asked } = await server(one => {
    if (one.path !== '/v1/credentials') return edwards(one)
    return one.headers.authorization === 'the-pod-token' ? { json: role } : { status: 401, json: {} }
  })
  const pod = { ...at(url), AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url}/v1/credentials` }
  await openAwsKms(URI, { ...pod, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: file })
  expect(accessKey(asked)).toBe('ASIAROLE')
  const wrong = await refusal(() => openAwsKms(URI, { ...pod, AWS_CONTAINER_AUTHORIZATION_TOKEN: 'another-token' }))
  expect(wrong).toBe(
    'kms.credentials (environment): Expected the container to accept the credentials but found HTTP status 401. Give the task or pod a role',
  )
  expect(
    await refusal(() => openAwsKms(URI, { ...at(url), AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://evil.example/c' })),
  ).toMatch(/^kms\.address \(environment\): .* but found evil\.example\. /)
})

test("the credentials of an instance are taken by IMDSv2, and another cloud's answers at that address are none", async () => {
  const { url, asked } = await server(one => {
    if (one.method === 'PUT' && one.path === '/latest/api/token' && one.headers['x-aws-ec2-metadata-token-ttl-seconds'])
      return { text: 'imds-token' }
    if (!one.path.startsWith('/latest/')) return edwards(one)
    if (one.headers['x-aws-ec2-metadata-token'] !== 'imds-token') return { status: 401, text: '' }
    return one.path === '/latest/meta-data/iam/security-credentials/' ? { text: 'certify\n' } : { json: role }
  })
  await openAwsKms(URI, { ...at(url), AWS_EC2_METADATA_SERVICE_ENDPOINT: url })
  expect(accessKey(asked)).toBe('ASIAROLE')
  const other = await server(() => ({ text: '<html>instance metadata</html>' }))
  const none =
    /^kms\.no-credentials \(environment\): Expected credentials for AWS in the environment but found none\. Run aws-actions\/configure-aws-credentials/
  expect(await refusal(() => openAwsKms(URI, { ...at(url), AWS_EC2_METADATA_SERVICE_ENDPOINT: other.url }))).toMatch(
    none,
  )
  expect(await refusal(() => openAwsKms(URI, { ...at(url), AWS_EC2_METADATA_DISABLED: 'true' }))).toMatch(none)
})

test('a role that the identity may not take, and one without an identity', async () => {
  const token = join(temporaryFolder('sts'), 'token')
  writeFileSync(token, 'the.identity.token')
  const text = `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>Not authorized to perform sts:AssumeRoleWithWebIdentity with the.identity.token</Message></Error></ErrorResponse>`
  const { url } = await server(() => ({ status: 403, text }))
  const AWS_ROLE_ARN = 'arn:aws:iam::1:role/certify'
  const found = await refusal(() => openAwsKms(URI, { ...at(url), AWS_ROLE_ARN, AWS_WEB_IDENTITY_TOKEN_FILE: token }))
  expect(found).toBe(
    `kms.credentials (environment): Expected AWS STS to accept the credentials but found HTTP status 403: Not authorized to perform sts:AssumeRoleWithWebIdentity with ***. Let the trust policy of ${AWS_ROLE_ARN} name GitHub's OIDC provider, the audience sts.amazonaws.com and this repository`,
  )
  expect(await refusal(() => openAwsKms(URI, { ...at(url), AWS_ROLE_ARN }))).toMatch(
    /^kms\.no-credentials \(environment\): Expected credentials for the role arn:aws:iam::1:role\/certify/,
  )
})

test('a key without a region', async () => {
  expect(await refusal(() => openAwsKms(URI, KEYS))).toBe(
    'kms.region (environment): Expected the region of awskms:///alias/certify in AWS_REGION but found nothing. Set AWS_REGION, or name the key by its ARN',
  )
})
