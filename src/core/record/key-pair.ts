/** A P-256 key pair in PEM: PKCS#8 private key, SPKI public key. */
export interface KeyPair {
  readonly privateKey: string
  readonly publicKey: string
}
