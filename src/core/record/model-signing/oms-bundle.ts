import type { Envelope } from '../statement/envelope.ts'

/**
 * `model.sig` for a bare key: a Sigstore bundle v0.3 that names its key by the SHA-256 of the public key's PEM text, line breaks
 * included, and leaves the envelope's `keyid` empty (OpenSSF Model Signing v1.0, key mode). P-256, P-384 and P-521 only.
 */
export function omsBundle(
  { payload, payloadType, signatures }: Envelope,
  pem: string,
  sha256: (text: string) => string,
) {
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { publicKey: { hint: sha256(pem) }, tlogEntries: [] },
    dsseEnvelope: { payload, payloadType, signatures: signatures.map(({ sig }) => ({ sig, keyid: '' })) },
  }
}
