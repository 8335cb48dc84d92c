import { z } from 'zod'

/** What a column of the file looks like. Numbers about its values only where the contract does not classify it as sensitive. */
export const ColumnProfile = z.strictObject({
  column: z.string(),
  /** `logicalType` of the contract. */
  type: z.string(),
  sensitive: z.boolean(),
  nulls: z.int().nonnegative(),
  /** Exact; absent where there are more than 1000. */
  distinct: z.int().nonnegative().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  mean: z.number().optional(),
  /** From at most 2000 rows drawn by lot. */
  quantiles: z.strictObject({ p05: z.number(), p50: z.number(), p95: z.number() }).optional(),
  /** Shares of those rows between `min` and `max`, in bins of equal width. */
  bars: z.array(z.number()).optional(),
  /** The commonest values and their shares of all filled cells. */
  top: z.array(z.strictObject({ value: z.string(), share: z.number() })).optional(),
})
export type ColumnProfile = z.infer<typeof ColumnProfile>

/** What data-validate writes beside its checks: one entry per file. */
export const DataResult = z.strictObject({
  files: z.array(
    z.strictObject({
      file: z.string(),
      /** Name of the table in the contract. */
      table: z.string(),
      rows: z.int().nonnegative(),
      columns: z.array(ColumnProfile),
    }),
  ),
})
export type DataResult = z.infer<typeof DataResult>
