/** The object identifiers of RFC 3161, RFC 5652 and RFC 5816 that time-stamps use: the content of their DER, in hexadecimal. */
export const OID = {
  /** 1.2.840.113549.1.7.2 */
  signedData: '2a864886f70d010702',
  /** 1.2.840.113549.1.9.16.1.4 */
  timestampInfo: '2a864886f70d0109100104',
  /** 1.2.840.113549.1.9.3 */
  contentType: '2a864886f70d010903',
  /** 1.2.840.113549.1.9.4 */
  messageDigest: '2a864886f70d010904',
  /** 1.2.840.113549.1.9.16.2.12: names the signer's certificate by SHA-1. */
  signingCertificate: '2a864886f70d010910020c',
  /** 1.2.840.113549.1.9.16.2.47: names it by SHA-256, or another. */
  signingCertificateV2: '2a864886f70d010910022f',
} as const

/** Digests by the content of their identifier, as node names them. */
export const DIGESTS: ReadonlyMap<string, string> = new Map([
  ['608648016503040201', 'sha256'],
  ['608648016503040202', 'sha384'],
  ['608648016503040203', 'sha512'],
])

/** Signature algorithms by the content of their identifier: the digest they name, or undefined where that of the signer info counts. */
export const SIGNATURES: ReadonlyMap<string, string | undefined> = new Map([
  // ecdsa-with-SHA256, 384, 512
  ['2a8648ce3d040302', 'sha256'],
  ['2a8648ce3d040303', 'sha384'],
  ['2a8648ce3d040304', 'sha512'],
  // sha256WithRSAEncryption, 384, 512
  ['2a864886f70d01010b', 'sha256'],
  ['2a864886f70d01010c', 'sha384'],
  ['2a864886f70d01010d', 'sha512'],
  // rsaEncryption, and ecPublicKey as some authorities write it
  ['2a864886f70d010101', undefined],
  ['2a8648ce3d0201', undefined],
])
