import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { fromCoordinates, fromSpki, wrongKey } from '../keys/signing-key.ts'

/** What the transit engine tells of a key. Versions of symmetric keys are times, no objects. */
export const TransitKey = z.object({
  data: z.object({
    type: z.string(),
    latest_version: z.int().positive(),
    derived: z.boolean().optional(),
    soft_deleted: z.boolean().optional(),
    keys: z.record(z.string(), z.union([z.object({ public_key: z.string().optional() }), z.number()])),
  }),
})
export type TransitKey = z.infer<typeof TransitKey>

/** The public key of the latest version: PEM for P-256, for Ed25519 the 32 bytes in base64. */
export function publicKeyOf({ data }: TransitKey, uri: string): { key: KeyObject; version: number } {
  const version = data.latest_version
  const found = data.keys[version]
  const text = typeof found === 'object' ? found.public_key : undefined
  if (data.derived === true) throw wrongKey(uri, `a derived key (${data.type})`)
  if (text === undefined || text === '') throw wrongKey(uri, `one of type ${data.type}`)
  const key = data.type === 'ed25519' ? fromCoordinates({ x: Buffer.from(text, 'base64') }, uri) : fromSpki(text, uri)
  return { key, version }
}
