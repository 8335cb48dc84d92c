import type { KeyObject } from 'node:crypto'
import { UserError } from '../core/user-error.ts'

/** The key, if it is on P-256 or Ed25519: what verifiers of Sigstore bundles take with one hash each, SHA-256 and the curve's own. */
export function requireSigningKey(key: KeyObject, hint: string): KeyObject {
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {}
  if (key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') return key
  if (key.asymmetricKeyType === 'ed25519') return key
  const found = [key.asymmetricKeyType?.toUpperCase(), namedCurve ?? modulusLength].filter(Boolean).join(' ')
  throw new UserError('signing.key-type', `Expected a P-256 or Ed25519 key but found ${found}`, { hint })
}
