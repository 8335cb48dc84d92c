import { z } from 'zod'

const Count = z.int().nonnegative()

/** Of a table that was measured where it is: by what, in which state, and what for. */
export const EngineOrigin = z.strictObject({
  version: z.string().min(1).max(200),
  /** What the digest of the table is of: not its bytes, but what was measured of it. The same rows have the same, however they are cut into partitions. */
  digestOf: z.literal('measures').optional(),
  /** By which the engine knows what it was asked. Different from run to run. */
  queries: z.array(z.string().max(200)).max(20_000).optional(),
  /** The state of the table that all questions were asked of, by the id that the engine gives it, and when that came to be. */
  snapshot: z.strictObject({ id: z.string().min(1).max(200), at: z.string().max(100).optional() }).optional(),
  /** Why it was asked of no such state, where the engine might know one: the table was looked at before and after instead. */
  unpinned: z.string().max(1000).optional(),
  /** What one reading of all columns costs by the engine's estimate, made before the first question. */
  estimate: z
    .strictObject({ rows: z.number().nonnegative().optional(), bytes: z.number().nonnegative().optional() })
    .optional(),
  /** Of a table that is measured partition by partition: how many there are, and were measured now. Different from run to run. */
  partitions: z
    .strictObject({
      column: z.string().max(1000),
      count: Count,
      /** Those of which what was measured before has been taken from the file that keeps it. */
      kept: Count,
      added: Count,
      changed: Count,
      /** Those in the file that are no more. */
      gone: Count,
      /** Why the file was of no use. */
      unused: z.string().max(1000).optional(),
      /** Digest of the file that was read. */
      states: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    })
    .optional(),
})
export type EngineOrigin = z.infer<typeof EngineOrigin>
