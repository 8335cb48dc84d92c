import { createPublicKey, sign } from 'node:crypto'
import type { Signer } from '../ports/signer.ts'
import { digestOf } from './digest-of.ts'
import { keyId } from './key-id.ts'
import { privateKeyFrom } from './private-key.ts'

/** Signs with an unencrypted private key from PEM text. */
export function pemSigner(pem: string): Signer {
  const key = privateKeyFrom(pem)
  const publicKey = createPublicKey(key)
  const spki = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  return {
    name: `the key ${keyId(publicKey).slice(0, 12)}…`,
    sign: async data => ({ signature: sign(digestOf(key), data, key), key: { kind: 'public-key', pem: spki } }),
  }
}
