import { createPublicKey, generateKeyPair, sign } from 'node:crypto'
import { promisify } from 'node:util'
import type { Signing } from '../ports.ts'
import { keyId } from './key-id.ts'
import { preAuthenticationEncoding } from './pre-authentication-encoding.ts'
import { privateKeyFrom } from './private-key.ts'
import { publicKeyFrom } from './public-key.ts'
import { verifyBundle } from './verify-bundle.ts'

/**
 * Signs with a local P-256 key (ECDSA, SHA-256) into Sigstore bundles v0.3 that `openssl`, cosign and every Sigstore library
 * can verify. A bundle names its key by `publicKey.hint` and `keyid`, the SHA-256 of the key's DER (SPKI) in hexadecimal. The
 * envelope is built here rather than by @sigstore/sign, whose certificate authority and log clients a local key never uses.
 */
export function sigstoreSigning(): Signing {
  return {
    async generate() {
      return promisify(generateKeyPair)('ec', {
        namedCurve: 'P-256',
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
        publicKeyEncoding: { type: 'spki', format: 'pem' },
      })
    },

    async sign(payload, payloadType, privateKey) {
      const key = privateKeyFrom(privateKey)
      const { bundleToJSON, toDSSEBundle } = await import('@sigstore/bundle')
      const bundle = toDSSEBundle({
        artifact: Buffer.from(payload),
        artifactType: payloadType,
        signature: sign('sha256', preAuthenticationEncoding(payloadType, payload), key),
        keyHint: keyId(createPublicKey(key)),
      })
      return `${JSON.stringify(bundleToJSON(bundle), null, 2)}\n`
    },

    async verify(bundle, publicKey) {
      return verifyBundle(bundle, publicKeyFrom(publicKey))
    },

    async publicKey(privateKey) {
      const key = createPublicKey(privateKeyFrom(privateKey))
      return { pem: key.export({ type: 'spki', format: 'pem' }).toString(), sha256: keyId(key) }
    },
  }
}
