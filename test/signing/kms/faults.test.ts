import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openAwsKms } from '../../../src/signing/kms/open-aws-kms.ts'
import { openVaultTransit } from '../../../src/signing/kms/open-vault-transit.ts'
import { pair } from './gcp-server.ts'
import { refusal } from './refusal.ts'
import { type Reply, served } from './served.ts'
import { verified } from './verified.ts'

const TOKEN = 'hvs.a-secret-token'
const open: { close(): unknown }[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

/** What opening a key of Vault at a server says that gives these answers, one after the other, the last for ever. */
async function told(...replies: Reply[]) {
  let n = 0
  const server = await served(() => replies[Math.min(n++, replies.length - 1)])
  open.push(server)
  const environment = { VAULT_ADDR: server.url, VAULT_TOKEN: TOKEN, VAULT_NAMESPACE: 'acme/models' }
  const started = Date.now()
  const text = await refusal(() => openVaultTransit('hashivault://certify', environment, { second: 10 }))
  expect(text).not.toContain(TOKEN)
  return { text: text.replaceAll(server.host, 'HOST'), asked: server.asked, milliseconds: Date.now() - started }
}

const key = pair('ed25519')
const raw = key.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')
const found = {
  json: { data: { type: 'ed25519', latest_version: 1, derived: false, keys: { 1: { public_key: raw } } } },
}
const busy = { status: 429, json: { errors: ['rate limit quota exceeded'] } }

test('a service that is busy twice is asked a third time; token and namespace are sent each time', async () => {
  const { text, asked } = await told(busy, { status: 503, text: '<html>upstream</html>' }, found)
  expect(text).toBe('none')
  expect(asked.map(({ headers }) => [headers['x-vault-token'], headers['x-vault-namespace']])).toEqual(
    Array.from({ length: 3 }, () => [TOKEN, 'acme/models']),
  )
})

test('a service that stays busy is given up after three tries', async () => {
  const { text, asked } = await told(busy)
  expect(text).toBe(
    'kms.throttled (environment): Expected Vault to take one more request but found HTTP status 429: rate limit quota exceeded. Run it again later, or ask for a higher quota: it was tried three times',
  )
  expect(asked).toHaveLength(3)
})

test('a service is waited for as long as it asks, but no longer than ten seconds', async () => {
  const slow = await told({ ...busy, headers: { 'retry-after': '9' } }, found)
  expect(slow.milliseconds).toBeGreaterThanOrEqual(90)
  const endless = await told({ ...busy, headers: { 'retry-after': '86400' } }, found)
  expect(endless.milliseconds).toBeLessThan(2000)
})

test.each([
  [
    { status: 403, json: { errors: [`permission denied for ${TOKEN}`] } },
    'kms.denied (environment): Expected permission to use the key certify in transit but found HTTP status 403: permission denied for ***. Give the token a policy with read on transit/keys/certify and update on transit/sign/certify',
  ],
  [
    { status: 403, json: { errors: ['permission denied', 'invalid token'] } },
    'kms.credentials (environment): Expected Vault to accept the credentials but found HTTP status 403: permission denied; invalid token. Take a new token',
  ],
  [
    { status: 403, text: '<html><body>Blocked by the proxy</body></html>' },
    'kms.denied (environment): Expected permission to use the key certify in transit but found HTTP status 403. Give the token',
  ],
  [
    { text: '<!doctype html><title>Sign in</title>' },
    'kms.answer (environment): Expected an answer from Vault at HOST but found an answer that cannot be read. Check that the address is that of the key service',
  ],
  [
    { json: { data: { type: 'ed25519' } } },
    'kms.answer (environment): Expected an answer from Vault at HOST but found an answer of another form. Check',
  ],
  [
    { text: `"${'x'.repeat(1024 * 1024)}"` },
    'kms.answer (environment): Expected an answer from Vault at HOST but found more than 1048576 bytes. Check',
  ],
  [
    { status: 307, headers: { location: 'https://evil.example/v1/transit/keys/certify' }, text: '' },
    'kms.answer (environment): Expected an answer from Vault at HOST but found a redirect to evil.example. Give the address that answers itself: no redirect is followed',
  ],
  [
    { status: 302, text: '' },
    'kms.answer (environment): Expected an answer from Vault at HOST but found a redirect to HOST. Give',
  ],
  [
    { status: 400, json: { errors: ['\u001b[31mmany\nlines\u0000'] } },
    'kms.refused (input): Expected Vault to take a request for the key certify in transit but found HTTP status 400: [31mmany lines. Check',
  ],
] satisfies [Reply, string][])('an answer of no use is told in one sentence, once: %#', async (reply, start) => {
  const { text, asked } = await told(reply)
  expect(text.slice(0, start.length)).toBe(start)
  expect(asked).toHaveLength(1)
})

test('a service that never answers', async () => {
  const silent = createServer(() => undefined)
  await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
  open.push(silent)
  const { port } = silent.address() as AddressInfo
  const environment = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret-key', AWS_REGION: 'eu-west-1' }
  const text = await refusal(() => openAwsKms(`awskms://127.0.0.1:${port}/alias/a`, environment, { timeout: 50 }))
  expect(text).toBe(
    `kms.answer (environment): Expected an answer from AWS KMS at 127.0.0.1:${port} but found none in time. Check that the runner can reach it`,
  )
})

test('a service that is down is tried three times', async () => {
  const server = await served(() => found)
  server.close()
  const environment = { VAULT_ADDR: server.url, VAULT_TOKEN: TOKEN }
  expect(await refusal(() => openVaultTransit('hashivault://certify', environment, { second: 1 }))).toBe(
    `kms.answer (environment): Expected an answer from Vault at ${server.host} but found no connection (ECONNREFUSED). Check the address, that the service runs, and that the runner can reach it`,
  )
})

test('a signature that is none of the key is not returned', async () => {
  const server = await served(({ method }) =>
    method === 'GET' ? found : { json: { data: { signature: `vault:v1:${Buffer.alloc(64, 1).toString('base64')}` } } },
  )
  open.push(server)
  const signer = await openVaultTransit('hashivault://certify', { VAULT_ADDR: server.url, VAULT_TOKEN: TOKEN })
  expect(await refusal(() => verified(signer))).toMatch(
    /^kms\.signature \(environment\): Expected hashivault:\/\/certify to sign with the key it shows but found a signature by that key to be false/,
  )
})

test.each([
  [
    { VAULT_ADDR: 'http://vault.acme.internal:8200' },
    'Expected VAULT_ADDR to be an https address but found http://vault.acme.internal:8200. Use https: credentials are not sent in the clear',
  ],
  [
    { VAULT_ADDR: 'https://user:pass-word@vault.acme.internal' },
    'Expected VAULT_ADDR to be an https address but found one with a user name. Take the user name out of it',
  ],
  [
    { VAULT_ADDR: 'vault' },
    'Expected VAULT_ADDR to be an https address but found something else. Write it as https://host:port',
  ],
  [{}, 'Expected the address of Vault in VAULT_ADDR but found nothing. Set VAULT_ADDR to https://host:8200'],
])('an address that a token must not be sent to is refused: %o', async (environment, text) => {
  expect(await refusal(() => openVaultTransit('hashivault://certify', { ...environment, VAULT_TOKEN: TOKEN }))).toBe(
    `kms.address (environment): ${text}`,
  )
})

test('no credentials for Vault', async () => {
  expect(
    await refusal(() => openVaultTransit('hashivault://certify', { VAULT_ADDR: 'https://vault.acme.internal' })),
  ).toBe(
    'kms.no-credentials (environment): Expected credentials for Vault in the environment but found none. Set VAULT_TOKEN, or PROOFMARK_VAULT_ROLE in a job with `permissions: id-token: write`',
  )
})
