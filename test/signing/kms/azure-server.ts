import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type Asked, type Reply, served } from './served.ts'
import { signDigest } from './sign-digest.ts'

const Sign = z.strictObject({ alg: z.literal('ES256'), value: z.base64url() })

/** How the service refuses. */
export const azureError = (status: number, code: string, message: string, inner?: string): Reply => ({
  status,
  json: { error: { code, message, ...(inner && { innererror: { code: inner } }) } },
})

/** A key's versions in a vault, the latest last. */
export interface AzureKey {
  readonly versions: { id: string; privateKey: KeyObject }[]
  enabled: boolean
  operations: string[]
  curve: string
}

/** One more version of a key. */
export function newVersion(namedCurve = 'P-256') {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve })
  return { id: randomBytes(16).toString('hex'), privateKey }
}

/** What Key Vault does with a request, by its reference (API version 7.4). */
function keyVault(key: AzureKey, tokens: ReadonlySet<string>, url: () => string) {
  return ({ method, path, headers, body }: Asked): Reply => {
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
    if (token === undefined || !tokens.has(token))
      return {
        ...azureError(401, 'Unauthorized', `AKV10022: Invalid audience, or the token ${token} is expired`),
        headers: {
          'www-authenticate': `Bearer authorization="${url()}/the-tenant", resource="https://vault.azure.net"`,
        },
      }
    const [, id, action] = /^\/keys\/certify(?:\/([0-9a-f]{32}))?(?:\/(sign)?)?\?api-version=7\.4$/.exec(path) ?? []
    const version = id === undefined ? key.versions.at(-1) : key.versions.find(each => each.id === id)
    if (!path.startsWith('/keys/certify') || version === undefined)
      return azureError(404, 'KeyNotFound', 'A key with (name/id) certify was not found in this key vault.')
    const kid = `${url()}/keys/certify/${version.id}`
    if (method === 'GET' && action === undefined) return { json: described(key, kid, version.privateKey) }
    if (method !== 'POST' || action === undefined || id === undefined)
      return azureError(405, 'MethodNotAllowed', method)
    if (!/^application\/json/.test(headers['content-type'] ?? ''))
      return azureError(415, 'BadParameter', 'content type')
    if (!key.enabled)
      return azureError(403, 'Forbidden', 'Operation sign is not allowed on a disabled key.', 'KeyDisabled')
    const read = Sign.safeParse(JSON.parse(body))
    if (!read.success) return azureError(400, 'BadParameter', read.error.message)
    const digest = Buffer.from(read.data.value, 'base64url')
    if (digest.length !== 32) return azureError(400, 'BadParameter', 'Property value has invalid length')
    return { json: { kid, value: signDigest(digest, version.privateKey).toString('base64url') } }
  }
}

function described(key: AzureKey, kid: string, privateKey: KeyObject) {
  const { x, y } = privateKey.export({ format: 'jwk' })
  return {
    key: { kid, kty: 'EC-HSM', key_ops: key.operations, crv: key.curve, x, y },
    attributes: { enabled: key.enabled, created: 1, updated: 1, recoveryLevel: 'Recoverable+Purgeable' },
  }
}

/** The token endpoint of Microsoft Entra ID (client credentials). */
function entra(tokens: Set<string>) {
  return ({ method, path, body }: Asked): Reply => {
    if (method !== 'POST' || path !== '/the-tenant/oauth2/v2.0/token') return undefined
    const { grant_type, client_id, scope, client_secret, client_assertion, client_assertion_type } = Object.fromEntries(
      new URLSearchParams(body),
    )
    const proven =
      client_secret === 'the-client-secret' ||
      (client_assertion === 'the.federated.token' &&
        client_assertion_type === 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
    if (
      grant_type !== 'client_credentials' ||
      scope !== 'https://vault.azure.net/.default' ||
      client_id !== 'the-client' ||
      !proven
    )
      return {
        status: 401,
        json: {
          error: 'invalid_client',
          error_description: `AADSTS7000215: Invalid client secret ${client_secret ?? client_assertion}`,
        },
      }
    tokens.add('given-token')
    return { json: { token_type: 'Bearer', expires_in: 3599, access_token: 'given-token' } }
  }
}

/** Starts a server that is Key Vault, with one key `certify`, Entra ID, and GitHub's OIDC provider at once. */
export async function azureServer(change: Partial<AzureKey> = {}) {
  const key: AzureKey = {
    versions: [newVersion()],
    enabled: true,
    operations: ['sign', 'verify'],
    curve: 'P-256',
    ...change,
  }
  const tokens = new Set(['an-access-token'])
  const vault = keyVault(key, tokens, () => server.url)
  const login = entra(tokens)
  const server = await served(asked => {
    if (asked.path === '/id-token?v=1&audience=api%3A%2F%2FAzureADTokenExchange')
      return asked.headers.authorization === 'Bearer the-request-token'
        ? { json: { value: 'the.federated.token' } }
        : { status: 401, json: {} }
    return login(asked) ?? vault(asked)
  })
  return { ...server, key }
}
