import { createHash, verify, type X509Certificate } from 'node:crypto'
import type { Timestamp } from './timestamp.ts'

/** Why this is no time-stamp over `data` by the holder of the certificate; undefined where it is. Whether to trust the holder is another matter. */
export function signatureFault(
  timestamp: Timestamp,
  data: Uint8Array,
  certificate: X509Certificate,
): string | undefined {
  const { imprint, info, signer } = timestamp
  if (!same(imprint.digest, digest(imprint.algorithm, data))) return 'one over something else'
  if (!same(signer.infoDigest, digest(signer.digest, info))) return 'one whose content was changed'
  if (!same(signer.certificate.digest, digest(signer.certificate.algorithm, certificate.raw)))
    return 'one that names another certificate'
  if (!holds(signer, certificate)) return 'one whose signature does not hold'
  return undefined
}

/** A key of another kind than the signature makes OpenSSL throw: no signature of that key. */
function holds(
  { signatureDigest, attributes, signature }: Timestamp['signer'],
  { publicKey }: X509Certificate,
): boolean {
  try {
    return verify(signatureDigest, attributes, publicKey, signature)
  } catch {
    return false
  }
}

const digest = (algorithm: string, bytes: Uint8Array) => createHash(algorithm).update(bytes).digest()
const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0
