import { createPrivateKey, type KeyObject } from 'node:crypto'
import { UserError } from '../core/user-error.ts'
import { requireSigningKey } from './require-signing-key.ts'

const HINT = 'Make a key pair with `proofmark keygen`'

/** An unencrypted P-256 or Ed25519 private key from PEM (PKCS#8, or SEC1 as `openssl ecparam -genkey` writes it). Messages never quote it. */
export function privateKeyFrom(pem: string): KeyObject {
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: 4,ENCRYPTED/.test(pem))
    throw new UserError('signing.key-encrypted', 'Expected an unencrypted private key but found an encrypted one', {
      hint: 'Decrypt it with `openssl pkcs8 -in encrypted.key -out proofmark.key` and keep it as a secret',
    })
  if (!/-----BEGIN (EC |RSA )?PRIVATE KEY-----/.test(pem)) {
    const found = /-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(pem) ? 'a public key' : 'none'
    throw new UserError('signing.key-not-private', `Expected a private key in PEM but found ${found}`, { hint: HINT })
  }
  return requireSigningKey(parse(pem), HINT)
}

function parse(pem: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch {
    throw new UserError('signing.key-unreadable', 'Expected a private key in PEM but found one that cannot be read', {
      hint: 'Keep its line breaks, from the BEGIN line to the END line',
    })
  }
}
