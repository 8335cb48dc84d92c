import { z } from 'zod'
import { Sha256 } from '../../evidence.ts'
import { Base64 } from './envelope.ts'

/** Largest certificate that is read, in bytes: 1023 files with the longest names fit. */
export const MAX_BUNDLE_BYTES = 8 * 1024 * 1024

/**
 * A Sigstore bundle v0.3 as Proofmark signs: one DSSE envelope with exactly one signature, by a bare public key. Strict, and
 * without log entries or timestamps: what we could not check must not be there.
 */
export const Bundle = z.strictObject({
  mediaType: z.literal('application/vnd.dev.sigstore.bundle.v0.3+json'),
  verificationMaterial: z.strictObject({
    /** SHA-256 of the public key's DER (SPKI). */
    publicKey: z.strictObject({ hint: Sha256 }),
    timestampVerificationData: z.strictObject({}).optional(),
  }),
  dsseEnvelope: z.strictObject({
    payload: Base64,
    payloadType: z.string().min(1),
    signatures: z.tuple([z.strictObject({ sig: Base64, keyid: Sha256 })]),
  }),
})
export type Bundle = z.infer<typeof Bundle>

/** The text as a bundle, or why it is none. */
export function readBundle(text: string): { readonly bundle: Bundle } | { readonly reason: string } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { reason: `Expected a Sigstore bundle but found ${text.trim() === '' ? 'an empty file' : 'no JSON'}` }
  }
  const read = Bundle.safeParse(value)
  if (read.success) return { bundle: read.data }
  const [issue] = read.error.issues
  return {
    reason: `Expected a Sigstore bundle v0.3 as Proofmark signs it but ${issue?.path.join('.') || 'the document'} is wrong: ${issue?.message}`,
  }
}
