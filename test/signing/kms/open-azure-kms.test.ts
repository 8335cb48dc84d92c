import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAzureKms } from '../../../src/signing/kms/open-azure-kms.ts'
import { temporaryFolder } from '../../harness/runner/temporary-folder.ts'
import { azureError, azureServer, newVersion } from './azure-server.ts'
import { refusal } from './refusal.ts'
import { served } from './served.ts'
import { verified } from './verified.ts'

let server: Awaited<ReturnType<typeof azureServer>>
let uri: string
const environment = { AZURE_ACCESS_TOKEN: 'an-access-token' }
beforeAll(async () => {
  server = await azureServer()
  uri = `azurekms://${server.host}/certify`
})
afterAll(() => server.close())

test('a key signs what openssl verifies, and only its digest is sent', async () => {
  const signer = await openAzureKms(uri, environment)
  expect(signer.name).toBe(uri)

  for (let i = 0; i < 10; i++) expect(await verified(signer, Buffer.from(`data ${i}`))).toBe('prime256v1 true false')
  await signer.sign(Buffer.alloc(100_000))
  expect(server.asked.at(-1)?.body.length).toBeLessThan(80)
})

test('a version can be named, and the one that was opened signs after a rotation', async () => {
  const other = await azureServer()
  const [first] = other.key.versions
  const latest = await openAzureKms(`azurekms://${other.host}/certify`, environment)
  const named = await openAzureKms(`azurekms://${other.host}/certify/${first?.id}`, environment)
  other.key.versions.push(newVersion())
  const [one, two] = [await latest.sign(Buffer.from('x')), await named.sign(Buffer.from('x'))]
  expect(one.key).toEqual(two.key)
  const after = await (await openAzureKms(`azurekms://${other.host}/certify`, environment)).sign(Buffer.from('x'))
  expect(after.key).not.toEqual(one.key)
  other.close()
})

const application = () => ({
  AZURE_TENANT_ID: 'the-tenant',
  AZURE_CLIENT_ID: 'the-client',
  AZURE_AUTHORITY_HOST: server.url,
})
const job = () => ({
  ACTIONS_ID_TOKEN_REQUEST_URL: `${server.url}/id-token?v=1`,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'the-request-token',
})
const tokenFile = (content: string) => {
  const path = join(temporaryFolder('azure'), 'token')
  writeFileSync(path, content)
  return path
}

test.each([
  ['a secret', () => ({ AZURE_CLIENT_SECRET: 'the-client-secret' })],
  ['a federated token in a file', () => ({ AZURE_FEDERATED_TOKEN_FILE: tokenFile('the.federated.token\n') })],
  ['the identity of the job', () => job()],
])('credentials of an application: %s', async (_, env) => {
  expect(await verified(await openAzureKms(uri, { ...application(), ...env() }))).toBe('prime256v1 true false')
})

test.each([
  [
    'an expired token',
    () => ({ AZURE_ACCESS_TOKEN: 'eyJ.expired-token' }),
    'kms.credentials (environment): Expected Azure Key Vault to accept the credentials but found HTTP status 401: AKV10022: Invalid audience, or the token *** is expired. Take a new token',
  ],
  [
    'a wrong secret',
    () => ({ ...application(), AZURE_CLIENT_SECRET: 'wrong-secret' }),
    'kms.credentials (environment): Expected Microsoft Entra ID to accept the credentials but found HTTP status 401: AADSTS7000215: Invalid client secret ***. Check the secret of the application the-client',
  ],
  [
    'another federated token',
    () => ({ ...application(), AZURE_FEDERATED_TOKEN_FILE: tokenFile('other.secret.token') }),
    'kms.credentials (environment): Expected Microsoft Entra ID',
  ],
  [
    'an empty file',
    () => ({ ...application(), AZURE_FEDERATED_TOKEN_FILE: tokenFile('\n') }),
    'kms.credentials-file (environment): Expected AZURE_FEDERATED_TOKEN_FILE to name a file of credentials but found an empty one',
  ],
  [
    'a file that is not there',
    () => ({ ...application(), AZURE_FEDERATED_TOKEN_FILE: '/nowhere/token' }),
    'kms.credentials-file (environment): Expected AZURE_FEDERATED_TOKEN_FILE to name a file of credentials but found none that can be read',
  ],
  [
    'no proof',
    () => application(),
    'kms.no-credentials (environment): Expected credentials for Azure in the environment but found none',
  ],
  [
    'an authority in the clear',
    () => ({ ...application(), AZURE_CLIENT_SECRET: 'wrong-secret', AZURE_AUTHORITY_HOST: 'http://login.example' }),
    'kms.address (environment): Expected AZURE_AUTHORITY_HOST to be an https address but found http://login.example',
  ],
])('credentials that are refused: %s', async (_, env, told) => {
  const found = await refusal(() => openAzureKms(uri, env()))
  expect(found.slice(0, told.length)).toBe(told)
  for (const secret of ['expired-token', 'wrong-secret', 'other.secret.token']) expect(found).not.toContain(secret)
})

test.each([
  [
    { curve: 'P-384', versions: [newVersion('P-384')] },
    'kms.key-type (input): Expected URI to be a P-256 or Ed25519 signing key but found EC-HSM P-384. ',
  ],
  [
    { operations: ['wrapKey'] },
    'kms.key-type (input): Expected URI to be a P-256 or Ed25519 signing key but found one that may not sign. ',
  ],
  [{ enabled: false }, 'kms.disabled (environment): Expected URI to be enabled but found it disabled. '],
])('a key of no use is refused: %#', async (change, told) => {
  const other = await azureServer(change)
  const found = await refusal(() => openAzureKms(`azurekms://${other.host}/certify`, environment))
  expect(found.replaceAll(`azurekms://${other.host}/certify`, 'URI').slice(0, told.length)).toBe(told)
  other.close()
})

test('a key that is disabled between opening and signing', async () => {
  const other = await azureServer()
  const signer = await openAzureKms(`azurekms://${other.host}/certify`, environment)
  other.key.enabled = false
  expect(await refusal(() => signer.sign(Buffer.from('x')))).toMatch(
    /^kms\.disabled \(environment\): Expected azurekms:\S+ to be enabled but found HTTP status 403: Operation sign is not allowed on a disabled key\.\. Enable/,
  )
  other.close()
})

test.each([
  [
    azureError(403, 'Forbidden', 'Caller is not authorized to perform action on resource.', 'ForbiddenByRbac'),
    /^kms\.denied .*not authorized.*Grant the role Key Vault Crypto User on the key/,
  ],
  [
    azureError(404, 'KeyNotFound', 'A key with (name/id) certify was not found'),
    /^kms\.missing \(input\): Expected Azure Key Vault to know azurekms:/,
  ],
])('what the service refuses is told with what to do: %#', async (reply, told) => {
  const other = await served(() => reply)
  expect(await refusal(() => openAzureKms(`azurekms://${other.host}/certify`, environment))).toMatch(told)
  other.close()
})

test.each([
  'azurekms://evil.example/certify',
  'azurekms://vault.azure.net.evil.example/certify',
  'azurekms://a.b.vault.azure.net/certify',
  'azurekms://acme.vault.azure.net',
  'azurekms://user:pass@acme.vault.azure.net/certify',
  'azurekms://acme.vault.azure.net/certify/1/sign',
  'azurekms://acme.vault.azure.net/../secrets',
])('a reference to no key of a vault gets no token: %s', async uri => {
  expect(await refusal(() => openAzureKms(uri, environment))).toMatch(
    /^kms\.reference \(input\): Expected a key of Azure Key Vault/,
  )
})
