import { z } from 'zod'

/** The whole answer to a statement, FORMAT JSONCompact; `exception` where it failed after it had begun. */
export const StatementAnswer = z.object({
  meta: z.array(z.object({ name: z.string(), type: z.string() })),
  data: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  rows: z.int().nonnegative(),
  statistics: z.object({ rows_read: z.number().optional(), bytes_read: z.number().optional() }).optional(),
  exception: z.string().optional(),
})
export type StatementAnswer = z.infer<typeof StatementAnswer>
