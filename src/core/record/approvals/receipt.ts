import { z } from 'zod'
import { NAMESPACE } from '../../identifiers.ts'
import { readJson } from '../statement/read-json.ts'

/** Largest receipt that is read, in bytes: GitHub's token has about 2,000, its keys about 15,000. */
export const MAX_RECEIPT_BYTES = 128 * 1024

/** Longest token that is read, in characters. */
export const MAX_TOKEN_LENGTH = 16 * 1024

/** A public key (RFC 7517) that can sign a token: its kind, and nothing secret. Members that say nothing of the key are kept as they are. */
const PublicJwk = z
  .looseObject({ kty: z.enum(['RSA', 'EC']), kid: z.string().min(1).max(1024) })
  .refine(key => !['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'].some(name => name in key), 'a public key, not a private one')

/** The keys that an issuer of tokens shows (RFC 7517, JWK Set). */
export const JsonWebKeys = z.object({ keys: z.array(PublicJwk).min(1).max(32) })
export type JsonWebKeys = z.infer<typeof JsonWebKeys>

/**
 * What is kept of an approval that was given by an identity token: the token, which is of no use once it has expired, and the issuer's
 * keys as they were. The role is what the approver asked to count for; whether they have it, the policy says.
 */
export const Receipt = z.strictObject({
  schema: z.literal(`${NAMESPACE}receipt/v1`),
  role: z.string().min(1).max(200),
  token: z
    .string()
    .max(MAX_TOKEN_LENGTH)
    .regex(/^[\w-]+\.[\w-]+\.[\w-]*$/, 'a signed token in three parts'),
  keys: JsonWebKeys,
})
export type Receipt = z.infer<typeof Receipt>

/** Reads a receipt strictly, or says why it is none. */
export function readReceipt(bytes: Uint8Array): Receipt | { readonly refused: string } {
  if (bytes.length > MAX_RECEIPT_BYTES)
    return { refused: `it has ${bytes.length} bytes, more than ${MAX_RECEIPT_BYTES}` }
  const value = readJson(bytes)
  if (value === undefined) return { refused: 'it is no JSON' }
  const read = Receipt.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  return { refused: `${issue?.path.join('.') || 'the document'} is wrong: ${issue?.message}` }
}
