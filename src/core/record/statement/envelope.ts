import { z } from 'zod'
import { decodeBase64, isCanonicalBase64 } from './base64.ts'

/** Base64 in its one canonical spelling, so that no two documents differ in a byte and mean the same. */
export const Base64 = z.string().min(1).refine(isCanonicalBase64, { error: 'Expected canonical base64' })

/** A DSSE envelope (secure-systems-lab/dsse v1.0.2) with exactly one signature. */
export const Envelope = z.strictObject({
  payload: Base64,
  payloadType: z.string().min(1),
  signatures: z.tuple([z.strictObject({ sig: Base64, keyid: z.string().default('') })]),
})
export type Envelope = z.infer<typeof Envelope>

/** The bytes that an envelope's signature is about. */
export const payloadOf = ({ payload }: Pick<Envelope, 'payload'>): Uint8Array => decodeBase64(payload)

/** The envelope that a Sigstore bundle of any kind holds, or that a document is; undefined where there is none. */
export function readEnvelope(value: unknown): Envelope | undefined {
  const inBundle = z.object({ dsseEnvelope: Envelope }).safeParse(value)
  return inBundle.success ? inBundle.data.dsseEnvelope : Envelope.safeParse(value).data
}
