import { createPublicKey, generateKeyPair, X509Certificate } from 'node:crypto'
import { promisify } from 'node:util'
import { KEYLESS, schemeOf } from '../core/record/key-reference.ts'
import { UserError } from '../core/user-error.ts'
import type { IdentityTokens } from '../ports/identity-tokens.ts'
import type { Signing } from '../ports/signing.ts'
import { keyId } from './key-id.ts'
import { pemSigner } from './pem-signer.ts'
import { privateKeyFrom } from './private-key.ts'
import type { Environment } from './signers.ts'

const generate = promisify(generateKeyPair)

/**
 * Signs into Sigstore bundles v0.3 that `openssl`, cosign and every Sigstore library can verify. A bundle names a bare key by
 * `publicKey.hint`, the SHA-256 of its DER (SPKI) in hexadecimal. Envelope and bundle are built here rather than by
 * @sigstore/sign: its time-stamp client speaks to Sigstore's own authority only, and none of its clients limits an answer.
 */
export function sigstoreSigning(tokens: IdentityTokens, environment: Environment = {}): Signing {
  return {
    async generate(kind) {
      const { privateKey, publicKey } =
        kind === 'ed25519' ? await generate('ed25519', {}) : await generate('ec', { namedCurve: 'P-256' })
      return {
        privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      }
    },

    async open(reference, { keyless } = {}) {
      const scheme = schemeOf(reference)
      if (scheme !== undefined) return (await import('./signers.ts')).openAddress(scheme, reference, environment)
      if (reference !== KEYLESS) return pemSigner(reference)
      if (keyless) return (await import('./keyless/keyless-signer.ts')).keylessSigner(keyless, tokens)
      throw new UserError('signing.keyless', 'Expected settings to sign without a key but found none', {
        hint: "Name a key under 'record.key', or set 'record.keyless'",
      })
    },

    async seal(payload, payloadType, signer, options = {}) {
      const { sealBundle } = await import('./seal-bundle.ts')
      return sealBundle(payload, payloadType, signer, options)
    },

    async verify(bundle, trust, options = {}) {
      const { verifyBundle } = await import('./verify-bundle.ts')
      return verifyBundle(bundle, trust, options)
    },

    async signatory(key) {
      if (key.kind === 'public-key') return { kind: 'key', sha256: keyId(createPublicKey(key.pem)) }
      const [leaf = ''] = key.chain
      const subject = new X509Certificate(leaf).subjectAltName ?? ''
      return { kind: 'workflow', name: subject.replace(/^URI:/, '') }
    },

    async publicKey(privateKey) {
      const key = createPublicKey(privateKeyFrom(privateKey))
      return { pem: key.export({ type: 'spki', format: 'pem' }).toString(), sha256: keyId(key) }
    },
  }
}
