import { z } from 'zod'
import { Status } from '../verdict.ts'
import { ColumnKind } from './column-kind.ts'
import { PerformanceResult } from './performance/result.ts'
import { SeriesResult } from './series/result.ts'

const share = z.number().min(0).max(1)

/** An effect with its interval and its test. */
const Change = z.strictObject({
  effect: z.number().min(0).optional(),
  /** Largest harmless effect. */
  limit: z.number().min(0).optional(),
  interval: z.tuple([z.number(), z.number()]).optional(),
  pValue: share.optional(),
  adjustedPValue: share.optional(),
})
export type Change = z.infer<typeof Change>

/**
 * Shares of values per bin of a numeric column; bin i ends at edge i, inclusive, the last one is open. Of a column of categories without
 * edges: shares of the reference's commonest, and of all others together.
 */
export const Histogram = z.strictObject({
  /** Deciles of the reference, equal ones merged: drawn as bars, an unchanged column is flat. None for a sensitive column, or one of categories. */
  edges: z.array(z.number()),
  reference: z.array(share),
  current: z.array(share),
})
export type Histogram = z.infer<typeof Histogram>

/** What another tool says of a column, by its own method. */
export const ToolScore = z.strictObject({
  method: z.string(),
  score: z.number().optional(),
  threshold: z.number().optional(),
  comparator: z.enum(['<', '<=', '>', '>=']),
  /** Absent where the tool fails, or cannot be reproduced: `note` says why. */
  drifted: z.boolean().optional(),
  note: z.string().optional(),
})
export type ToolScore = z.infer<typeof ToolScore>
/** All finite numbers of a side, whatever sample was compared. */
const Summary = z.strictObject({
  min: z.number(),
  max: z.number(),
  mean: z.number(),
  /** Standard deviation of the sample. */
  deviation: z.number().optional(),
})

/** Of how many finite numbers how many were compared. */
const Drawn = z.strictObject({ of: z.int().nonnegative(), compared: z.int().nonnegative() })

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
  /** Only with another tool's profile, instead of an effect. */
  tool: ToolScore.optional(),
  /** Only of numeric columns that are not sensitive. */
  summary: z.strictObject({ reference: Summary.optional(), current: Summary.optional() }).optional(),
  /** Only where a side has more numbers than are compared; how they are drawn stands under `sampling`. */
  drawn: z.strictObject({ reference: Drawn, current: Drawn }).optional(),
  /** Only of columns whose values can be compared. */
  histogram: Histogram.optional(),
})
export type DriftRow = z.infer<typeof DriftRow>

/** A test of equality that stands out among all of the run, harmless or not. */
export const Advice = z.strictObject({
  column: z.string(),
  question: z.string(),
  effect: z.number().min(0),
  /** Of the hypothesis that nothing has changed; adjusted by Benjamini and Hochberg over all tests of the run. */
  pValue: share,
  adjustedPValue: share,
})
export type Advice = z.infer<typeof Advice>

/** How limits were raised by what chunks of the reference differ from it. */
export const Calibration = z.strictObject({
  chunks: z.int().positive(),
  /** Rows of each. */
  rows: z.int().positive(),
  raised: z.array(z.strictObject({ column: z.string(), from: z.number(), to: z.number() })),
})
export type Calibration = z.infer<typeof Calibration>

/** What drift-compare writes beside its checks. */
export const DriftResult = z.strictObject({
  rows: z.strictObject({ reference: z.int().nonnegative(), current: z.int().nonnegative() }),
  /** Present where another tool's rules decide: `alpha`, `level`, `limits` and `tests` then say nothing. */
  profile: z
    .strictObject({
      id: z.string(),
      tool: z.string(),
      rule: z.string(),
      /** Rows that were compared: all, or a sample of the table's. */
      rows: z.strictObject({ reference: z.int().nonnegative(), current: z.int().nonnegative() }),
      /** Where the tool's rule is wrong, or means something else than its name says. */
      caveats: z.array(z.string()),
    })
    .optional(),
  /** Chance of any false alarm over all tests together. */
  alpha: z.number(),
  /** Two-sided confidence level of every interval: each end is a one-sided bound at 1 − alpha. */
  level: z.number(),
  limits: z.strictObject({ effect: z.number(), missingChange: z.number(), unseenShare: z.number() }),
  /** How many tests the p-values are adjusted over (Holm). */
  tests: z.int().nonnegative(),
  /** Columns worth a look, the surest first: at most the share alpha of them is expected to be there by chance. Blocks nothing. */
  advisory: z.array(Advice).optional(),
  calibration: Calibration.optional(),
  /** What the settings say of a column that is undecided. */
  onInconclusive: z.enum(['block', 'warn']).optional(),
  /** Checks that are a warning only by the settings, with what was found. */
  letThrough: z
    .array(
      z.strictObject({ check: z.string(), finding: Status, by: z.enum(['critical', 'weights', 'on-inconclusive']) }),
    )
    .optional(),
  /** Rows that settle every undecided check of columns that rows can settle; only where several are undecided. */
  settling: z
    .strictObject({
      undecided: z.int().min(2),
      /** Of these, how many rows can settle. */
      settled: z.int().nonnegative(),
      /** Rows of the current table; none where rows settle nothing. */
      current: z.int().nonnegative(),
      /** Rows of the reference, where some need more of both tables. */
      reference: z.int().positive().optional(),
    })
    .optional(),
  /** How numbers were drawn, where a column has more than are compared. */
  sampling: z.string().optional(),
  /** Exact definition of every method that was used. */
  methods: z.array(z.strictObject({ id: z.string(), title: z.string(), variant: z.string() })),
  /** Compared columns, the worst first. */
  columns: z.array(DriftRow),
  /** Predictions, where there are any. */
  performance: PerformanceResult.optional(),
  /** Operational series, where there are any. */
  series: SeriesResult.optional(),
})
export type DriftResult = z.infer<typeof DriftResult>
