import { createPublicKey, type KeyObject } from 'node:crypto'
import { UserError } from '../core/user-error.ts'
import { requireSigningKey } from './require-signing-key.ts'

const HINT = 'Give the proofmark.pub that belongs to the key the certificate was signed with'

/** A P-256 or Ed25519 public key from PEM (SPKI). A private key is refused: whoever verifies has no business with one. */
export function publicKeyFrom(pem: string): KeyObject {
  if (!/-----BEGIN (RSA )?PUBLIC KEY-----/.test(pem) || pem.includes('PRIVATE KEY-----')) {
    const found = pem.includes('PRIVATE KEY-----') ? 'a private key' : 'none'
    throw new UserError('signing.key-not-public', `Expected a public key in PEM but found ${found}`, { hint: HINT })
  }
  return requireSigningKey(parse(pem), HINT)
}

function parse(pem: string): KeyObject {
  try {
    return createPublicKey(pem)
  } catch {
    throw new UserError('signing.key-unreadable', 'Expected a public key in PEM but found one that cannot be read', {
      hint: 'Keep its line breaks, from the BEGIN line to the END line',
    })
  }
}
