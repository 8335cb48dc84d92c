/** How a verifier finds the key of a signature: the public key itself, or the X.509 certificate that a certificate authority gave it. */
export type SigningKey =
  | { readonly kind: 'public-key' /** PEM (SPKI). */; readonly pem: string }
  | { readonly kind: 'certificate' /** PEM, leaf first. */; readonly chain: readonly string[] }

/** Something that signs: a key in a file, in a token, in a cloud's key service, or a workflow's identity. */
export interface Signer {
  /** As messages name it: `the key in proofmark.key`, `awskms:///alias/proofmark`. Never anything secret. */
  readonly name: string
  /**
   * Signs the bytes as they are (the signer hashes them, where its algorithm does): ECDSA P-256 with SHA-256, the signature in DER; or
   * Ed25519, 64 bytes. Every failure is a `UserError`.
   */
  sign(data: Uint8Array): Promise<{ readonly signature: Uint8Array; readonly key: SigningKey }>
}
