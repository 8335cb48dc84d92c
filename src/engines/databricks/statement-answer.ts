import { z } from 'zod'

const Count = z.int().nonnegative()

/** Some rows of what a statement has given. What lies elsewhere is not asked for, and not followed. */
export const StatementChunk = z.object({
  chunk_index: Count.default(0),
  row_offset: Count.default(0),
  next_chunk_index: Count.nullish(),
  data_array: z.array(z.array(z.string().nullable())).nullish(),
})
export type StatementChunk = z.infer<typeof StatementChunk>

/** How a statement is, as far as it is read: https://docs.databricks.com/api/workspace/statementexecution */
export const StatementAnswer = z.object({
  // It becomes a part of a path.
  statement_id: z.string().regex(/^[0-9A-Za-z_-]{1,100}$/),
  status: z.object({
    state: z.enum(['PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELED', 'CLOSED']),
    error: z.object({ error_code: z.string().nullish(), message: z.string().nullish() }).nullish(),
  }),
  manifest: z.object({ total_row_count: Count.nullish(), truncated: z.boolean().nullish() }).nullish(),
  result: StatementChunk.nullish(),
})
export type StatementAnswer = z.infer<typeof StatementAnswer>

/** What is said of a request that was not taken. */
export const StatementFault = z.object({ error_code: z.string().nullish(), message: z.string().nullish() })
