import { z } from 'zod'
import { Sha256 } from '../../evidence.ts'
import { Base64 } from './envelope.ts'

/** Largest certificate that is read, in bytes: 1023 files with the longest names fit. */
export const MAX_BUNDLE_BYTES = 8 * 1024 * 1024

/** Largest payload that is signed beside a certificate, in bytes: its base64 fits into a bundle, with what verifies it. */
export const MAX_PAYLOAD_BYTES = 5.5 * 1024 * 1024

/** Most time-stamps and log entries that are read of one bundle: one of each is common. */
const MOST_WITNESSES = 4

/** Most of a message about a bundle that is shown: it may quote what the bundle calls its fields. */
const LONGEST = 300

const MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json'

const Digits = z.string().regex(/^(0|[1-9]\d{0,18})$/, 'Expected a whole number as text')

/**
 * A DSSE envelope with exactly one signature. It has no key id: verifiers in Go, cosign among them, pass over a signature whose id is not
 * the fingerprint that they compute themselves, and nothing signs it.
 */
const dsseEnvelope = z.strictObject({
  payload: Base64,
  payloadType: z.string().min(1).max(255),
  signatures: z.tuple([z.strictObject({ sig: Base64, keyid: z.literal('').optional() })]),
})

/** RFC 3161 responses over the signature. */
const timestampVerificationData = z
  .strictObject({
    rfc3161Timestamps: z
      .array(z.strictObject({ signedTimestamp: Base64 }))
      .max(MOST_WITNESSES)
      .optional(),
  })
  .optional()

/** An entry of a Rekor log, as `TransparencyLogEntry` of Sigstore's protobuf specifications is written in JSON. */
export const LogEntry = z.strictObject({
  logIndex: Digits,
  logId: z.strictObject({ keyId: Base64 }),
  kindVersion: z.strictObject({ kind: z.string().max(64), version: z.string().max(64) }),
  integratedTime: Digits.optional(),
  inclusionPromise: z.strictObject({ signedEntryTimestamp: Base64 }).optional(),
  inclusionProof: z.strictObject({
    logIndex: Digits,
    rootHash: Base64,
    treeSize: Digits,
    hashes: z.array(Base64).max(64),
    checkpoint: z.strictObject({
      envelope: z
        .string()
        .min(1)
        .max(16 * 1024),
    }),
  }),
  canonicalizedBody: Base64,
})
export type LogEntry = z.infer<typeof LogEntry>

/**
 * A Sigstore bundle v0.3 signed by a bare public key: one DSSE envelope with exactly one signature, and time-stamps. Strict, and
 * without log entries: what we could not check must not be there.
 */
export const KeyedBundle = z.strictObject({
  mediaType: z.literal(MEDIA_TYPE),
  verificationMaterial: z.strictObject({
    /** SHA-256 of the public key's DER (SPKI). */
    publicKey: z.strictObject({ hint: Sha256 }),
    tlogEntries: z.tuple([]).optional(),
    timestampVerificationData,
  }),
  dsseEnvelope,
})
export type KeyedBundle = z.infer<typeof KeyedBundle>

/** A Sigstore bundle v0.3 signed by a key that a certificate authority has bound to a workflow. */
export const CertifiedBundle = z.strictObject({
  mediaType: z.literal(MEDIA_TYPE),
  verificationMaterial: z.strictObject({
    certificate: z.strictObject({ rawBytes: Base64 }),
    tlogEntries: z.array(LogEntry).max(MOST_WITNESSES).optional(),
    timestampVerificationData,
  }),
  dsseEnvelope,
})
export type CertifiedBundle = z.infer<typeof CertifiedBundle>

export type Bundle = KeyedBundle | CertifiedBundle

export const isCertified = (bundle: Bundle): bundle is CertifiedBundle => 'certificate' in bundle.verificationMaterial

const Certified = z.object({ verificationMaterial: z.object({ certificate: z.unknown() }) })

/** The text as a bundle, or why it is none. */
export function readBundle(text: string): { readonly bundle: Bundle } | { readonly reason: string } {
  if (text.length > MAX_BUNDLE_BYTES)
    return { reason: `Expected a Sigstore bundle of at most ${MAX_BUNDLE_BYTES} bytes but found a larger one` }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { reason: `Expected a Sigstore bundle but found ${text.trim() === '' ? 'an empty file' : 'no JSON'}` }
  }
  const certified = Certified.safeParse(value).data?.verificationMaterial.certificate !== undefined
  const read = certified ? CertifiedBundle.safeParse(value) : KeyedBundle.safeParse(value)
  if (read.success) return { bundle: read.data }
  const [issue] = read.error.issues
  const where = issue?.path.join('.') || 'the document'
  return {
    reason: `Expected a Sigstore bundle v0.3 as Proofmark signs it but ${where} is wrong: ${issue?.message.slice(0, LONGEST)}`,
  }
}
