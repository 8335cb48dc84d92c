import { z } from 'zod'
import { Sha256 } from '../../evidence.ts'
import { NAMESPACE } from '../../identifiers.ts'
import { canonicalJson } from '../statement/canonical-json.ts'

export const REVOCATION_SCHEMA = `${NAMESPACE}revocation/v1` as const

/** That a certificate, or every signature of a key from a time on, counts for nothing any more. Nothing takes it back. */
export const Revocation = z
  .strictObject({
    schema: z.literal(REVOCATION_SCHEMA),
    /** SHA-256 of the certificate's bytes. */
    certificate: Sha256.optional(),
    /** SHA-256 of the public key's DER (SPKI). */
    key: Sha256.optional(),
    /** For a key: signatures of this time and later are refused; all of them where it is left out. */
    since: z.iso.datetime().optional(),
    model: z.strictObject({ name: z.string().min(1).max(401), id: Sha256 }).optional(),
    reason: z.string().min(1).max(2000),
    by: z.string().max(200).optional(),
    at: z.iso.datetime(),
    run: z.string().max(2048).optional(),
  })
  .refine(({ certificate, key }) => (certificate === undefined) !== (key === undefined), {
    error: 'A revocation names a certificate or a key, and not both',
  })
export type Revocation = z.infer<typeof Revocation>

/** The bytes of a revocation: canonical JSON. */
export const revocationText = (revocation: Revocation): string => canonicalJson(Revocation.parse(revocation))

/** A document of the log as a revocation; undefined where it is none. */
export function readRevocation(text: string | undefined): Revocation | undefined {
  try {
    return Revocation.safeParse(JSON.parse(text ?? '')).data
  } catch {
    return undefined
  }
}
