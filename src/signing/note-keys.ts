import { createPrivateKey, createPublicKey, hash, type KeyObject, randomBytes, sign, verify } from 'node:crypto'
import type { NoteKeys } from '../ports/note-keys.ts'

/** What stands before the 32 bytes in the DER of an Ed25519 key (RFC 8410): PKCS#8, and SPKI. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

const privateKey = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })

/** Keys of notes by Node's own cryptography. */
export const noteKeys: NoteKeys = {
  hash: bytes => hash('sha256', bytes, 'buffer'),
  verify(publicKey, message, signature) {
    try {
      const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' })
      return signature.length === 64 && verify(null, message, key, signature)
    } catch {
      return false
    }
  },
  generate: () => randomBytes(32),
  publicKey: seed => createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' }).subarray(SPKI.length),
  sign: (seed, message) => sign(null, message, privateKey(seed)),
}
