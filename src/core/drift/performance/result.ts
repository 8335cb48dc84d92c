import { z } from 'zod'
import { Status } from '../../verdict.ts'

const share = z.number().min(0).max(1)
const rows = z.strictObject({ reference: z.int().nonnegative(), current: z.int().nonnegative() })

/** A number of both files, and by how much it has changed. */
export const ChangeRow = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Column and value of the slice; all rows without them. */
  by: z.string().optional(),
  slice: z.string().optional(),
  /** Worse are lower values, higher ones, or neither. */
  worse: z.enum(['lower', 'higher', 'either']),
  /** Rows that each side rests on. */
  rows,
  /** Absent where the rows have nothing to compute the number from: `note` says what. */
  reference: z.number().optional(),
  current: z.number().optional(),
  change: z.number().optional(),
  interval: z.tuple([z.number(), z.number()]).optional(),
  method: z.string().optional(),
  /** Largest harmless change; absent, like the status, where the number is only reported. */
  limit: z.number().optional(),
  pValue: share.optional(),
  adjustedPValue: share.optional(),
  status: Status.optional(),
  note: z.string().optional(),
})
export type ChangeRow = z.infer<typeof ChangeRow>

const Line = z.strictObject({
  intercept: z.number(),
  interceptInterval: z.tuple([z.number(), z.number()]),
  slope: z.number(),
  slopeInterval: z.tuple([z.number(), z.number()]),
})

/** How predictions, decisions and performance have changed. */
export const PerformanceResult = z.strictObject({
  rows,
  positive: z.string(),
  threshold: z.number(),
  /** Whether performance of the current rows was measured by their labels, or estimated without. */
  labels: z.enum(['measured', 'estimated']),
  /** What an estimate takes for granted. */
  assumption: z.string().optional(),
  /** Share of the current scores beyond the lowest and highest of the reference, where the calibration is guesswork; of estimates only. */
  beyondReference: share.optional(),
  /** Chance of any false alarm over all tests of predictions together (Holm). */
  alpha: z.number(),
  tests: z.int().nonnegative(),
  /** Two-sided confidence level of every interval. */
  level: z.number(),
  decisions: ChangeRow,
  /** Metrics over all rows, the worst first. */
  metrics: z.array(ChangeRow),
  /** Metrics by slice, the worst first. */
  slices: z.array(ChangeRow).optional(),
  /** Logistic recalibration of the labels on the scores' log odds: intercept 0 and slope 1 where scores are probabilities. */
  calibration: z.strictObject({ reference: Line.optional(), current: Line.optional() }).optional(),
})
export type PerformanceResult = z.infer<typeof PerformanceResult>
