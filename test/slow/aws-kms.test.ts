import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kmsIdentity } from '../../src/ciphers/age-kms/kms-identity.ts'
import { kmsRecipient } from '../../src/ciphers/age-kms/kms-recipient.ts'
import { openAwsKms } from '../../src/signing/kms/open-aws-kms.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { refusal } from '../signing/kms/refusal.ts'
import { program, type Started, started } from '../signing/kms/started.ts'
import { verified } from '../signing/kms/verified.ts'

const REGION = 'eu-central-1'

/** Calls a service of AWS's as its owner would, unsigned: neither server checks it here. */
async function owner({ url }: Started, service: string, headers: Record<string, string>, body: string) {
  const authorization = `AWS4-HMAC-SHA256 Credential=AKIAOWNER/20260101/${REGION}/${service}/aws4_request, SignedHeaders=host, Signature=0`
  const answer = await fetch(url, { method: 'POST', headers: { authorization, ...headers }, body })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${service}: ${answer.status} ${text}`)
  return text
}

const kms = async (server: Started, action: string, body: object) =>
  JSON.parse(
    (await owner(
      server,
      'kms',
      { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${action}` },
      JSON.stringify(body),
    )) || '{}',
  )

const query = (server: Started, service: 'iam' | 'sts', fields: Record<string, string>) =>
  owner(
    server,
    service,
    { 'content-type': 'application/x-www-form-urlencoded' },
    new URLSearchParams(fields).toString(),
  )

async function key(server: Started, KeySpec: string, KeyUsage = 'SIGN_VERIFY', alias?: string) {
  const { KeyId, Arn } = (await kms(server, 'CreateKey', { KeySpec, KeyUsage })).KeyMetadata
  if (alias) await kms(server, 'CreateAlias', { AliasName: `alias/${alias}`, TargetKeyId: KeyId })
  return { id: String(KeyId), arn: String(Arn) }
}

const keys = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'not-a-real-secret', AWS_REGION: REGION }

describe('a key of AWS KMS as local-kms has it, which signs digests', () => {
  let server: Started
  let environment: Record<string, string>
  beforeAll(async () => {
    const folder = temporaryFolder('local-kms')
    mkdirSync(join(folder, 'data'))
    server = await started(
      program('local-kms', 'scripts/get-local-kms.sh', 'proofmark-local-kms/local-kms'),
      () => [],
      {
        env: port => ({ PORT: String(port), KMS_REGION: REGION, KMS_DATA_PATH: join(folder, 'data') }),
      },
    )
    environment = { ...keys, AWS_ENDPOINT_URL_KMS: server.url }
  })
  afterAll(() => server?.close())

  test('signs what openssl verifies, by alias, id and ARN, and at a host in the reference', async () => {
    const { id, arn } = await key(server, 'ECC_NIST_P256', 'SIGN_VERIFY', 'proofmark/certify')
    const { AWS_ENDPOINT_URL_KMS: _, AWS_REGION: _region, ...bare } = environment
    const host = new URL(server.url).host
    for (const [uri, env] of [
      ['awskms:///alias/proofmark/certify', environment],
      [`awskms:///${id}`, environment],
      [`awskms:///${arn}`, environment],
      [`awskms://${host}/${arn}`, bare],
    ] as const) {
      const signer = await openAwsKms(uri, env)
      expect(signer.name).toBe(uri)
      expect(await verified(signer, Buffer.alloc(100_000, 1))).toBe('prime256v1 true false')
    }
  })

  test('that is disabled between opening and signing, or is to be deleted: says so', async () => {
    const { id } = await key(server, 'ECC_NIST_P256')
    const signer = await openAwsKms(`awskms:///${id}`, environment)
    await kms(server, 'DisableKey', { KeyId: id })
    const hint = 'Enable the key, or cancel its deletion'
    expect(await refusal(() => signer.sign(Buffer.from('x')))).toMatch(
      new RegExp(
        `^kms\\.disabled \\(environment\\): Expected awskms:///${id} to be enabled but found HTTP status 400: DisabledException: .*\\. ${hint}$`,
      ),
    )
    await kms(server, 'EnableKey', { KeyId: id })
    await kms(server, 'ScheduleKeyDeletion', { KeyId: id })
    expect(await refusal(() => signer.sign(Buffer.from('x')))).toMatch(/^kms\.disabled .*KMSInvalidStateException/)
  })

  test.each([
    ['ECC_NIST_P384', 'SIGN_VERIFY', 'EC secp384r1'],
    ['RSA_2048', 'SIGN_VERIFY', 'RSA 2048'],
    ['RSA_2048', 'ENCRYPT_DECRYPT', 'one for ENCRYPT_DECRYPT'],
  ])('of another kind is refused: %s for %s', async (spec, usage, found) => {
    const { id } = await key(server, spec, usage)
    expect(await refusal(() => openAwsKms(`awskms:///${id}`, environment))).toMatch(
      new RegExp(
        `^kms\\.key-type \\(input\\): Expected awskms:///${id} to be a P-256 or Ed25519 signing key but found ${found}`,
      ),
    )
  })

  test('that is not there', async () => {
    expect(await refusal(() => openAwsKms('awskms:///alias/nobody', environment))).toMatch(
      /^kms\.missing \(input\): Expected AWS KMS to know awskms:\/\/\/alias\/nobody but found HTTP status 400: NotFoundException: .*Check the key's name, its account, and AWS_REGION$/,
    )
  })

  test('wraps the key of an age file for one model', async () => {
    const { arn } = await key(server, 'SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT')
    await ageFile(`awskms:///${arn}`, environment)
  })
})

describe('a key of AWS KMS as moto has it, which checks signatures of requests and policies', () => {
  let server: Started
  let environment: Record<string, string>
  let arn: string
  let symmetric: string
  const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, ...region } = keys

  /** A user with one policy, and its keys. */
  async function user(name: string, statement: object): Promise<Record<string, string>> {
    await query(server, 'iam', { Action: 'CreateUser', Version: '2010-05-08', UserName: name })
    await query(server, 'iam', {
      Action: 'PutUserPolicy',
      Version: '2010-05-08',
      UserName: name,
      PolicyName: 'certify',
      PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
    })
    const text = await query(server, 'iam', { Action: 'CreateAccessKey', Version: '2010-05-08', UserName: name })
    const field = (tag: string) => new RegExp(`<${tag}>([^<]+)`).exec(text)?.[1] ?? ''
    return { ...environment, AWS_ACCESS_KEY_ID: field('AccessKeyId'), AWS_SECRET_ACCESS_KEY: field('SecretAccessKey') }
  }

  /** moto asks policies for all keys at once (its resource is `*`), and refuses in XML, where AWS does in JSON. From so many requests on, signatures and policies are checked. */
  const checkAfter = (requests: number) =>
    fetch(`${server.url}/moto-api/reset-auth`, { method: 'POST', body: String(requests) })

  beforeAll(async () => {
    const moto = program('moto_server', 'scripts/get-moto.sh', 'proofmark-moto/bin/moto_server')
    server = await started(moto, port => ['-H', '127.0.0.1', '-p', String(port)], { ready: '/moto-api/' })
    environment = { ...region, AWS_ENDPOINT_URL: server.url }
    arn = (await key(server, 'ECC_NIST_P256')).arn
    symmetric = (await key(server, 'SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT')).arn
  })
  afterAll(() => server?.close())

  test('signs the SHA-256 of the digest it is given, a fault of moto that is noticed: no such signature is returned', async () => {
    const signer = await openAwsKms(`awskms:///${arn}`, { ...environment, ...keys })
    expect(await refusal(() => signer.sign(Buffer.from('x')))).toBe(
      `kms.signature (environment): Expected awskms:///${arn} to sign with the key it shows but found a signature by that key to be false. Run it again if the key was just rotated or replaced; name a version of the key where the service has them`,
    )
  })

  test('is used with the actions that the docs grant, and not with one fewer', async () => {
    const [granted] = JSON.parse(/```json\n([^`]+)```/.exec(readFileSync('docs/keys.md', 'utf8'))?.[1] ?? '').Statement
    const all = await user('all', { ...granted, Resource: '*' })
    const reader = await user('reader', { Effect: 'Allow', Action: 'kms:GetPublicKey', Resource: '*' })
    const nobody = await user('nobody', { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' })
    await checkAfter(0)
    try {
      const uri = `awskms:///${arn}`
      const sign = async (env: Record<string, string>) => (await openAwsKms(uri, env)).sign(Buffer.from('x'))
      expect(await refusal(() => sign(all))).toMatch(/^kms\.signature /)
      expect(await refusal(() => openAwsKms(uri, reader))).toBe('none')
      const denied =
        /^kms\.denied \(environment\): Expected permission to use awskms:.* but found HTTP status 403.* Allow kms:GetPublicKey and kms:Sign on the key/
      expect(await refusal(() => sign(reader))).toMatch(denied)
      expect(await refusal(() => sign(nobody))).toMatch(denied)
      const wrong = await refusal(() => sign({ ...all, AWS_SECRET_ACCESS_KEY: 'a-wrong-secret' }))
      expect(wrong).toMatch(/^kms\.(credentials|denied) \(environment\): /)
      expect(wrong).not.toContain('a-wrong-secret')
      const unknown = await refusal(() => sign({ ...all, AWS_ACCESS_KEY_ID: 'AKIANOBODY' }))
      expect(unknown).toMatch(/^kms\.(credentials|denied) \(environment\): /)
    } finally {
      await checkAfter(1e9)
    }
  })

  test('takes the role of a web identity, from a file and from the job', async () => {
    const folder = temporaryFolder('web-identity')
    writeFileSync(join(folder, 'token'), 'the.identity.token\n')
    await query(server, 'iam', {
      Action: 'CreateRole',
      Version: '2010-05-08',
      RoleName: 'certify',
      AssumeRolePolicyDocument: '{}',
    })
    const AWS_ROLE_ARN = 'arn:aws:iam::123456789012:role/certify'
    const file = { ...environment, AWS_ROLE_ARN, AWS_WEB_IDENTITY_TOKEN_FILE: join(folder, 'token') }
    expect(await refusal(() => openAwsKms(`awskms:///${arn}`, file))).toBe('none')
    const asked: string[] = []
    const issuer = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('{"value":"the.job.token"}')
    })
    await new Promise<void>(resolve => issuer.listen(0, '127.0.0.1', resolve))
    const { port } = issuer.address() as AddressInfo
    const job = {
      ...environment,
      AWS_ROLE_ARN,
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?v=2`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
    }
    try {
      expect(await refusal(() => openAwsKms(`awskms:///${arn}`, job))).toBe('none')
      expect(asked).toEqual(['/token?v=2&audience=sts.amazonaws.com'])
    } finally {
      issuer.close()
    }
  })

  test('wraps the key of an age file for one model', async () => {
    await ageFile(`awskms:///${symmetric}`, { ...environment, ...keys })
  })
})

/** A file that is encrypted for a key and an escrow key: each opens it, and the key only for the same model. */
async function ageFile(uri: string, environment: Record<string, string>) {
  const context = { model: 'sha256:aa' }
  const escrow = await generateIdentity()
  const encrypter = new Encrypter()
  encrypter.addRecipient(kmsRecipient(uri, context, environment))
  encrypter.addRecipient(await identityToRecipient(escrow))
  const file = await encrypter.encrypt('the report')
  const decrypted = (identity: Parameters<Decrypter['addIdentity']>[0]) => {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    return decrypter.decrypt(file, 'text')
  }
  expect(await decrypted(kmsIdentity(uri, context, environment))).toBe('the report')
  expect(await decrypted(escrow)).toBe('the report')
  expect(await refusal(() => decrypted(kmsIdentity(uri, { model: 'sha256:bb' }, environment)))).toMatch(
    /^age\.context \(input\): Expected awskms:.* to unwrap the file key for this model but it refuses/,
  )
}
