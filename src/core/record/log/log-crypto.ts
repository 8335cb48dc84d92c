/** The cryptography the log rests on, handed to the domain, which has none of its own. */
export interface LogCrypto {
  /** SHA-256 of the bytes: 32 bytes. */
  hash(bytes: Uint8Array): Uint8Array
  /** Whether it is this public key's Ed25519 signature (RFC 8032: 32 and 64 bytes) of the message. Never throws. */
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean
}

/** SHA-256 of bytes. */
export type Hash = LogCrypto['hash']
