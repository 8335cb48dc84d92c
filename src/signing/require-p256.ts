import type { KeyObject } from 'node:crypto'
import { UserError } from '../core/user-error.ts'

/** The key, if it is on P-256: the one curve that every verifier of Sigstore bundles takes with SHA-256. */
export function requireP256(key: KeyObject, hint: string): KeyObject {
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {}
  if (key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') return key
  const found = [key.asymmetricKeyType?.toUpperCase(), namedCurve ?? modulusLength].filter(Boolean).join(' ')
  throw new UserError('signing.key-type', `Expected a P-256 key but found ${found}`, { hint })
}
