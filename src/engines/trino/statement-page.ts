import { z } from 'zod'

const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** One answer of Trino's statement protocol, as far as it is read. */
export const StatementPage = z.object({
  id: z.string().min(1).max(200),
  nextUri: z.string().max(4096).optional(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })).optional(),
  data: z.array(z.array(Cell)).optional(),
  stats: z.object({
    state: z.string().max(100),
    completedSplits: z.number().optional(),
    totalSplits: z.number().optional(),
    processedRows: z.number().optional(),
    processedBytes: z.number().optional(),
    physicalInputBytes: z.number().optional(),
    progressPercentage: z.number().optional(),
  }),
  error: z
    .object({ message: z.string().default(''), errorName: z.string().default(''), errorType: z.string().default('') })
    .optional(),
})
export type StatementPage = z.infer<typeof StatementPage>
