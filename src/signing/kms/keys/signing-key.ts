import { createPublicKey, type KeyObject } from 'node:crypto'
import { UserError } from '../../../core/user-error.ts'

/** The one thing that can be done about a key of another kind. */
const HINT = 'Make a signing key of type P-256 (ECDSA with SHA-256), or Ed25519 where the service has it'

/** A public key of a kind that certificates are signed with: P-256 or Ed25519. @param reference of the key, for messages */
export function signingKey(key: KeyObject, reference: string): KeyObject {
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {}
  if (key.asymmetricKeyType === 'ed25519' || namedCurve === 'prime256v1') return key
  throw wrongKey(
    reference,
    [key.asymmetricKeyType?.toUpperCase(), namedCurve ?? modulusLength].filter(Boolean).join(' '),
  )
}

/** Where a key is of a kind that certificates are not signed with. */
export const wrongKey = (reference: string, found: string): UserError =>
  new UserError('kms.key-type', `Expected ${reference} to be a P-256 or Ed25519 signing key but found ${found}`, {
    hint: HINT,
  })

/** A public key that a service gave as SPKI, PEM or DER. */
export function fromSpki(spki: string | Uint8Array, reference: string): KeyObject {
  try {
    const key =
      typeof spki === 'string'
        ? createPublicKey(spki)
        : createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
    return signingKey(key, reference)
  } catch (cause) {
    throw cause instanceof UserError ? cause : wrongKey(reference, 'one that cannot be read')
  }
}

/** A public key from the coordinates of its point (P-256, 32 bytes each) or from its 32 bytes (Ed25519, RFC 8032). */
export function fromCoordinates(coordinates: { x: Uint8Array; y?: Uint8Array }, reference: string): KeyObject {
  const encoded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  const { x, y } = coordinates
  const jwk =
    y === undefined
      ? { kty: 'OKP', crv: 'Ed25519', x: encoded(x) }
      : { kty: 'EC', crv: 'P-256', x: encoded(x), y: encoded(y) }
  try {
    return createPublicKey({ key: jwk, format: 'jwk' })
  } catch {
    throw wrongKey(reference, 'one that cannot be read')
  }
}
