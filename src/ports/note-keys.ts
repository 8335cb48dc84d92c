import type { LogCrypto } from '../core/record/log/log-crypto.ts'

/** Ed25519 keys that sign notes (checkpoints and cosignatures), and the hash that the log is made of. */
export interface NoteKeys extends LogCrypto {
  /** A new secret, 32 bytes. */
  generate(): Uint8Array
  /** The public key of a secret, 32 bytes. */
  publicKey(seed: Uint8Array): Uint8Array
  /** 64 bytes. */
  sign(seed: Uint8Array, message: Uint8Array): Uint8Array
}
