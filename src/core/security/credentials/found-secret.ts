import { z } from 'zod'
import { Waiver } from '../waivers/waiver.ts'

/** A credential by its place: never the value. */
export const FoundSecret = z.strictObject({
  path: z.string(),
  /** 1-based, of the file; absent where the file has no lines. */
  line: z.int().positive().optional(),
  /** Where in a notebook or in a model's metadata: `output 1 of cell 3, line 2`. */
  within: z.string().optional(),
  rule: z.string(),
  /** First 16 hexadecimal digits of the SHA-256 of rule and value. */
  fingerprint: z.string(),
  /** The tool whose report says it; absent where it was found here. */
  tool: z.string().optional(),
  /** It was there when the baseline was written. */
  known: z.literal(true).optional(),
  /** The policy's waiver that excepts it. */
  waiver: Waiver.optional(),
})
export type FoundSecret = z.infer<typeof FoundSecret>
