import {
  createCipheriv,
  createDecipheriv,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { z } from 'zod'
import { crc32c } from '../../../src/signing/kms/gcp/crc32c.ts'
import { derSignature } from '../../../src/signing/kms/keys/der-signature.ts'
import { type Asked, type Reply, served } from './served.ts'
import { signDigest } from './sign-digest.ts'

export const KEY = 'projects/acme/locations/europe-west3/keyRings/models/cryptoKeys/certify'
export const VERSION = `${KEY}/cryptoKeyVersions/1`
export const FEDERATION = '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/github/providers/acme'

const Digest = z.strictObject({
  digest: z.strictObject({ sha256: z.base64() }),
  digestCrc32c: z.string().regex(/^\d+$/),
})
const Data = z.strictObject({ data: z.base64(), dataCrc32c: z.string().regex(/^\d+$/) })
const Encrypt = z.strictObject({
  plaintext: z.base64(),
  plaintextCrc32c: z.string(),
  additionalAuthenticatedData: z.base64(),
  additionalAuthenticatedDataCrc32c: z.string(),
})
const Decrypt = z.strictObject({
  ciphertext: z.base64(),
  ciphertextCrc32c: z.string(),
  additionalAuthenticatedData: z.base64(),
  additionalAuthenticatedDataCrc32c: z.string(),
})

export const error = (status: number, code: string, message: string): Reply => ({
  status,
  json: { error: { code: status, message, status: code } },
})
const bytes = (base64: string) => Buffer.from(base64, 'base64')
const crc = (data: Uint8Array) => String(crc32c(data))

/** What Google Cloud KMS does with a request, by its reference: one version of a key that signs, and the key that encrypts. */
export function cloudKms(
  key: { privateKey: KeyObject; publicKey: KeyObject; algorithm: string },
  tokens: ReadonlySet<string>,
) {
  const secret = randomBytes(32)
  const pem = key.publicKey.export({ type: 'spki', format: 'pem' }).toString()
  return ({ method, path: asked, headers, body }: Asked): Reply => {
    // Google's own client asks for enums as numbers; names are answered all the same, which it takes.
    const path = asked.replace('?%24alt=json%3Benum-encoding%3Dint', '')
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
    if (token === undefined || !tokens.has(token))
      return error(401, 'UNAUTHENTICATED', `Request had invalid authentication credentials: ${token}`)
    if (method === 'GET' && path === `/v1/${VERSION}/publicKey`)
      return {
        json: {
          pem,
          algorithm: key.algorithm,
          pemCrc32c: crc(Buffer.from(pem)),
          name: VERSION,
          protectionLevel: 'HSM',
        },
      }
    if (method !== 'POST' || !/^application\/json/.test(headers['content-type'] ?? ''))
      return error(404, 'NOT_FOUND', 'not found')
    const parameters = JSON.parse(body)
    if (path === `/v1/${VERSION}:asymmetricSign`) {
      const read = z.union([Digest, Data]).safeParse(parameters)
      if (!read.success) return error(400, 'INVALID_ARGUMENT', read.error.message)
      return 'data' in read.data ? whole(read.data) : digest(read.data)
    }
    if (path === `/v1/${KEY}:encrypt`) return encrypt(parameters)
    if (path === `/v1/${KEY}:decrypt`) return decrypt(parameters)
    return error(404, 'NOT_FOUND', `CryptoKeyVersion ${path} not found.`)
  }

  function whole({ data, dataCrc32c }: z.infer<typeof Data>): Reply {
    if (key.algorithm !== 'EC_SIGN_ED25519')
      return error(400, 'INVALID_ARGUMENT', 'data is not supported for this algorithm')
    if (crc(bytes(data)) !== dataCrc32c)
      return error(400, 'INVALID_ARGUMENT', 'The checksum in field data_crc32c did not match')
    const signature = sign(null, bytes(data), key.privateKey)
    return {
      json: {
        signature: signature.toString('base64'),
        signatureCrc32c: crc(signature),
        verifiedDataCrc32c: true,
        name: VERSION,
      },
    }
  }

  function digest({ digest: { sha256 }, digestCrc32c }: z.infer<typeof Digest>): Reply {
    if (key.algorithm !== 'EC_SIGN_P256_SHA256') return error(400, 'INVALID_ARGUMENT', 'digest is not supported')
    if (bytes(sha256).length !== 32) return error(400, 'INVALID_ARGUMENT', 'digest must be 32 bytes')
    if (crc(bytes(sha256)) !== digestCrc32c)
      return error(400, 'INVALID_ARGUMENT', 'The checksum in field digest_crc32c did not match')
    const signature = derSignature(signDigest(bytes(sha256), key.privateKey))
    return {
      json: {
        signature: signature.toString('base64'),
        signatureCrc32c: crc(signature),
        verifiedDigestCrc32c: true,
        name: VERSION,
      },
    }
  }

  function encrypt(parameters: unknown): Reply {
    const read = Encrypt.parse(parameters)
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', secret, iv).setAAD(bytes(read.additionalAuthenticatedData))
    const ciphertext = Buffer.concat([iv, cipher.update(bytes(read.plaintext)), cipher.final(), cipher.getAuthTag()])
    return {
      json: {
        name: VERSION,
        ciphertext: ciphertext.toString('base64'),
        ciphertextCrc32c: crc(ciphertext),
        verifiedPlaintextCrc32c: crc(bytes(read.plaintext)) === read.plaintextCrc32c,
        verifiedAdditionalAuthenticatedDataCrc32c:
          crc(bytes(read.additionalAuthenticatedData)) === read.additionalAuthenticatedDataCrc32c,
      },
    }
  }

  function decrypt(parameters: unknown): Reply {
    const read = Decrypt.parse(parameters)
    const data = bytes(read.ciphertext)
    const decipher = createDecipheriv('aes-256-gcm', secret, data.subarray(0, 12))
      .setAAD(bytes(read.additionalAuthenticatedData))
      .setAuthTag(data.subarray(-16))
    try {
      const plaintext = Buffer.concat([decipher.update(data.subarray(12, -16)), decipher.final()])
      return { json: { plaintext: plaintext.toString('base64'), plaintextCrc32c: crc(plaintext), usedPrimary: true } }
    } catch {
      return error(400, 'INVALID_ARGUMENT', 'Decryption failed: the ciphertext is invalid.')
    }
  }
}

/** Google's token endpoints: they check what they are sent, and give out the tokens that Cloud KMS then takes. */
export function tokenEndpoints(account: KeyObject, tokens: Set<string>) {
  return ({ method, path, headers, body }: Asked): Reply => {
    const form = Object.fromEntries(new URLSearchParams(body))
    if (method === 'POST' && path === '/token') {
      const [header = '', claims = '', signature = ''] = (form.assertion ?? '').split('.')
      const genuine = verify('sha256', Buffer.from(`${header}.${claims}`), account, Buffer.from(signature, 'base64url'))
      const { iss, aud, scope, iat, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString())
      const now = Date.now() / 1000
      const right =
        form.grant_type === 'urn:ietf:params:oauth:grant-type:jwt-bearer' &&
        iss === 'certify@acme.iam.gserviceaccount.com' &&
        aud === 'https://oauth2.googleapis.com/token' &&
        scope === 'https://www.googleapis.com/auth/cloudkms' &&
        iat <= now &&
        now < exp &&
        exp - iat <= 3600
      if (!genuine || !right)
        return {
          status: 400,
          json: { error: 'invalid_grant', error_description: `Invalid JWT Signature: ${form.assertion}` },
        }
      return given('from-service-account')
    }
    if (method === 'POST' && path === '/v1/token') {
      if (
        form.audience !== FEDERATION ||
        form.subject_token !== 'the.subject.token' ||
        form.requested_token_type !== 'urn:ietf:params:oauth:token-type:access_token'
      )
        return {
          status: 400,
          json: {
            error: 'unauthorized_client',
            error_description: `The given credential is rejected by the attribute condition: ${form.subject_token}`,
          },
        }
      return given('federated', false)
    }
    if (
      method === 'POST' &&
      path === '/v1/projects/-/serviceAccounts/certify@acme.iam.gserviceaccount.com:generateAccessToken'
    ) {
      if (headers.authorization !== 'Bearer federated')
        return error(403, 'PERMISSION_DENIED', "Permission 'iam.serviceAccounts.getAccessToken' denied")
      if (JSON.parse(body).scope[0] !== 'https://www.googleapis.com/auth/cloudkms')
        return error(400, 'INVALID_ARGUMENT', 'scope')
      tokens.add('impersonated')
      return { json: { accessToken: 'impersonated', expireTime: '2099-01-01T00:00:00Z' } }
    }
    if (method === 'GET' && path === '/subject?audience=acme') {
      if (headers.authorization !== 'bearer the-request-token') return { status: 401, json: {} }
      return { json: { count: 1, value: 'the.subject.token' } }
    }
    return undefined
  }

  function given(token: string, known = true): Reply {
    if (known) tokens.add(token)
    return { json: { access_token: token, token_type: 'Bearer', expires_in: 3600 } }
  }
}

/** Starts a server that is Cloud KMS and Google's token endpoints at once; `account` is the service account's private key, PEM. */
export async function gcpServer(key = pair('P-256'), algorithm = 'EC_SIGN_P256_SHA256') {
  const tokens = new Set(['an-access-token'])
  const account = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const kms = cloudKms({ ...key, algorithm }, tokens)
  const endpoints = tokenEndpoints(account.publicKey, tokens)
  const server = await served(asked => endpoints(asked) ?? kms(asked))
  return { ...server, account: account.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}

/** Credentials files as Google's console and google-github-actions/auth write them, whose addresses are the server's. */
export const credentialsFiles = ({ url, account }: { url: string; account: string }) => ({
  serviceAccount: {
    type: 'service_account',
    client_email: 'certify@acme.iam.gserviceaccount.com',
    private_key: account,
    private_key_id: 'k1',
    token_uri: `${url}/token`,
  },
  externalAccount: {
    type: 'external_account',
    audience: FEDERATION,
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `${url}/v1/token`,
    service_account_impersonation_url: `${url}/v1/projects/-/serviceAccounts/certify@acme.iam.gserviceaccount.com:generateAccessToken`,
    credential_source: {
      url: `${url}/subject?audience=acme`,
      headers: { Authorization: 'bearer the-request-token' },
      format: { type: 'json', subject_token_field_name: 'value' },
    },
  },
})

/** A key pair on a curve. */
export const pair = (curve: string) =>
  curve === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: curve })
