import { z } from 'zod'
import { Sha256 } from '../../evidence.ts'
import { NAMESPACE } from '../../identifiers.ts'

/** What tokenize says of the table it wrote, beside it: by which methods, under which key; never the key. */
export const TokenManifest = z.strictObject({
  schema: z.literal(`${NAMESPACE}tokens/v1`),
  table: z.strictObject({ sha256: Sha256, bytes: z.int().nonnegative(), rows: z.int().nonnegative() }),
  keyId: z.string().regex(/^[\da-f]{8}$/),
  /** Pseudonymised data stays personal data (GDPR Art. 4(5), recital 26): whoever has the key, or enough other data, finds the person. */
  status: z.literal('pseudonymised'),
  columns: z.array(z.strictObject({ name: z.string(), method: z.string(), reversible: z.boolean() })).min(1),
})
export type TokenManifest = z.infer<typeof TokenManifest>

/** The manifest's path, beside its table. */
export const manifestPath = (table: string): string => `${table}.tokens.json`

/** The manifest in a text; undefined where it is none. */
export function parseManifest(text: string): TokenManifest | undefined {
  try {
    return TokenManifest.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
