import { z } from 'zod'
import { Status } from '../verdict.ts'
import { ColumnKind } from './column-kind.ts'
import { SeriesResult } from './series/result.ts'

const share = z.number().min(0).max(1)

/** An effect with its interval and its test. */
const Change = z.strictObject({
  effect: z.number().min(0).optional(),
  interval: z.tuple([z.number(), z.number()]).optional(),
  pValue: share.optional(),
  adjustedPValue: share.optional(),
})
export type Change = z.infer<typeof Change>

/** Shares of values per bin of a numeric column; bin i ends at edge i, inclusive, the last one is open. */
export const Histogram = z.strictObject({
  /** Deciles of the reference, equal ones merged: drawn as bars, an unchanged column is flat. None for a sensitive column. */
  edges: z.array(z.number()),
  reference: z.array(share),
  current: z.array(share),
})
export type Histogram = z.infer<typeof Histogram>

/** One compared column: what was found, by the method that decides on its distribution, and beside it. */
export const DriftRow = z.strictObject({
  column: z.string(),
  kind: ColumnKind,
  /** The worst of the column's checks. */
  status: Status,
  /** Id of the method; absent, like what follows it, where the distribution could not be compared. */
  method: z.string().optional(),
  ...Change.shape,
  /** What methods report that decide nothing, by their ids: `psi`. */
  reported: z.record(z.string(), z.number()),
  missing: z.strictObject({ reference: share, current: share, ...Change.shape }),
  /** Only of categorical columns; `values` only where they are few. */
  unseen: z.strictObject({ rows: z.int().nonnegative(), share, values: z.array(z.string()).optional() }).optional(),
  /** Only of numeric columns. */
  histogram: Histogram.optional(),
})
export type DriftRow = z.infer<typeof DriftRow>

/** What drift-compare writes beside its checks. */
export const DriftResult = z.strictObject({
  rows: z.strictObject({ reference: z.int().nonnegative(), current: z.int().nonnegative() }),
  /** Chance of any false alarm over all tests together. */
  alpha: z.number(),
  /** Two-sided confidence level of every interval: each end is a one-sided bound at 1 − alpha. */
  level: z.number(),
  limits: z.strictObject({ effect: z.number(), missingChange: z.number(), unseenShare: z.number() }),
  /** How many tests the p-values are adjusted over (Holm). */
  tests: z.int().nonnegative(),
  /** Exact definition of every method that was used. */
  methods: z.array(z.strictObject({ id: z.string(), title: z.string(), variant: z.string() })),
  /** Compared columns, the worst first. */
  columns: z.array(DriftRow),
  /** Operational series, where there are any. */
  series: SeriesResult.optional(),
})
export type DriftResult = z.infer<typeof DriftResult>
