/** What a time-stamp authority answered, taken apart; nothing of it has been verified. */
export interface Timestamp {
  /** When, as the authority says. */
  readonly at: Date
  /** Digest of what was stamped. */
  readonly imprint: { readonly algorithm: string; readonly digest: Uint8Array }
  /** The number sent along with the question. */
  readonly nonce: Uint8Array | undefined
  /** TSTInfo, the bytes that the attributes name by digest. */
  readonly info: Uint8Array
  readonly signer: TimestampSigner
  /** Certificates (DER) that came along. */
  readonly certificates: readonly Uint8Array[]
}

export interface TimestampSigner {
  /** Issuer and serial number of its certificate, each as its DER stands there. */
  readonly issuer: Uint8Array
  readonly serial: Uint8Array
  readonly digest: string
  /** The attributes as they are signed: a SET. */
  readonly attributes: Uint8Array
  readonly infoDigest: Uint8Array
  /** Digest of the signer's certificate, by which the attributes name it. */
  readonly certificate: { readonly algorithm: string; readonly digest: Uint8Array }
  /** Digest that the signature is over. */
  readonly signatureDigest: string
  readonly signature: Uint8Array
}
