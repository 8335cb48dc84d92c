/** Kinds of keys that sign: ECDSA on P-256 with SHA-256, which every verifier of Sigstore bundles takes, and Ed25519. */
export const KEY_KINDS = ['p256', 'ed25519'] as const
export type KeyKind = (typeof KEY_KINDS)[number]

/** A key pair in PEM: PKCS#8 private key, SPKI public key. */
export interface KeyPair {
  readonly privateKey: string
  readonly publicKey: string
}
