import { z } from 'zod'
import { Status } from '../verdict.ts'
import { DeclaredCard } from './card/card.ts'
import { TASK_IDS } from './task-id.ts'

const Interval = z.tuple([z.number(), z.number()])

/** Rows by predicted and true class, at the threshold. */
const Confusion = z.strictObject({
  tp: z.int().nonnegative(),
  fp: z.int().nonnegative(),
  fn: z.int().nonnegative(),
  tn: z.int().nonnegative(),
})

/** One of several classes: `predicted` its rows by the class predicted for them, `interval` that of its recall. */
const ClassRow = z.strictObject({
  name: z.string(),
  rows: z.int().nonnegative(),
  predicted: z.array(z.int().nonnegative()),
  precision: z.number(),
  recall: z.number(),
  interval: Interval,
  f1: z.number(),
})

/** Errors of predicted numbers, predicted less true: quantiles, and rows in equal bins, the outer two taking what lies beyond. */
const Residuals = z.strictObject({
  quantiles: z.array(z.strictObject({ p: z.number(), value: z.number() })),
  histogram: z.strictObject({ from: z.number(), to: z.number(), rows: z.array(z.int().nonnegative()) }),
})

/** A metric of the challenger, `interval` two-sided at `level`, and of the champion. Null where it is undefined on these rows. */
const MetricRow = z.strictObject({
  id: z.string(),
  title: z.string(),
  better: z.enum(['higher', 'lower', 'zero']),
  value: z.number().nullable(),
  interval: Interval.optional(),
  level: z.number().optional(),
  method: z.string().optional(),
  standardError: z.number().optional(),
  n: z.int().nonnegative(),
  champion: z.number().nullable().optional(),
})

/** How much better the challenger is than the champion on the same rows: below zero it is worse, for a loss too. */
const Comparison = z.strictObject({
  id: z.string(),
  title: z.string(),
  value: z.number().nullable(),
  interval: Interval.optional(),
  level: z.number().optional(),
  method: z.string().optional(),
  standardError: z.number().optional(),
  n: z.int().nonnegative(),
  /** The two-sided test of the hypothesis that both are equally good, where the metric is a mean of rows. */
  equality: z
    .strictObject({ test: z.enum(['mcnemar-exact', 'sign-flip', 'diebold-mariano']), pValue: z.number() })
    .optional(),
})

/** The command that made the predictions. Its digest is that of its words and of the names of what it was told, as JSON. */
const Predicting = z.strictObject({
  command: z.array(z.string()),
  folder: z.string(),
  environment: z.array(z.string()),
  digest: z.strictObject({ sha256: z.string() }),
})

/** A hold-out: its rows, and the sum of their ids' hashes. */
const Holdout = z.strictObject({ rows: z.int().nonnegative(), ids: z.string() })

/** Curves of two classes at the rates 0, 1/40, …, 1: the highest true positive rate, the highest precision. */
const Curves = z.strictObject({ roc: z.array(z.number()), precisionRecall: z.array(z.number()) })

const Estimated = z.strictObject({ value: z.number(), interval: Interval })

/** A metric on a slice, or with `gain` how much better it is than the champion's. */
const SliceRow = z.strictObject({
  /** Columns that make the slices, where it is one of all; absent where a claim named it alone. */
  by: z.string().optional(),
  /** The values that its rows have in them, or the claim's conditions. */
  slice: z.string(),
  metric: z.string(),
  gain: z.literal(true).optional(),
  rows: z.int().nonnegative(),
  value: z.number().nullable(),
  interval: Interval.optional(),
  level: z.number().optional(),
  method: z.string().optional(),
  standardError: z.number().optional(),
  n: z.int().nonnegative(),
  /** Too few rows to decide anything. */
  few: z.literal(true).optional(),
  /** Of a claim on it. */
  status: Status.optional(),
})
export type SliceRow = z.infer<typeof SliceRow>

const Rate = z.strictObject({ value: z.number(), interval: Interval, n: z.int() })

/** Groups and how the model treats them, in terms of the favourable class. */
const FairnessTable = z.strictObject({
  by: z.string(),
  favourable: z.string(),
  level: z.number(),
  /** How ratios have their intervals: `katz` with Fisher's p-value unless given; `mover` where rows count differently or belong together. */
  method: z.literal('mover').optional(),
  groups: z.array(
    z.strictObject({
      group: z.string(),
      rows: z.int(),
      /** Too small to be compared. */
      few: z.literal(true).optional(),
      /** Predicted favourable. */
      selection: Rate.optional(),
      /** Of the truly favourable. */
      truePositive: Rate.optional(),
      /** Of the truly unfavourable. */
      falsePositive: Rate.optional(),
      /** Truly favourable, of those predicted so. */
      precision: Rate.optional(),
      /** The group's selection over that of the group that is chosen most often, with Fisher's p-value. */
      ratio: z.strictObject({ value: z.number(), interval: Interval, pValue: z.number() }).optional(),
    }),
  ),
})
export type FairnessTable = z.infer<typeof FairnessTable>

/** Whether probabilities happen as often as they say. */
const Calibration = z.strictObject({
  level: z.number(),
  /** Of a logistic regression of the class on the score's log odds: 0 and 1 of a calibrated model. Absent where there is no such fit. */
  intercept: Estimated.optional(),
  slope: Estimated.optional(),
  spiegelhalter: z.strictObject({ z: z.number(), pValue: z.number() }).optional(),
  /** Expected calibration error over `bins`: `raw`, what a calibrated model would show, and the difference. */
  error: z.strictObject({
    value: z.number(),
    interval: Interval,
    raw: z.number(),
    expected: z.number(),
    pValue: z.number(),
  }),
  bins: z.array(z.strictObject({ rows: z.int(), predicted: z.number(), observed: z.number(), interval: Interval })),
})
export type Calibration = z.infer<typeof Calibration>

/** What model-certify writes beside its checks. Without faultless predictions there are no metrics. */
export const ModelResult = z.strictObject({
  task: z.enum(TASK_IDS),
  /** What is declared of the model, where its settings have a card. */
  card: DeclaredCard.extend({ name: z.string().optional(), version: z.string().optional() }).optional(),
  /** Absent where the predictions were there already. */
  predicting: Predicting.optional(),
  /** Rows of the predictions. */
  n: z.int().nonnegative(),
  /** Which rows they are, whatever their order; absent where the predictions are faulty. */
  holdout: Holdout.optional(),
  /** Rows of the positive class. */
  positives: z.int().nonnegative().nullable(),
  threshold: z.number(),
  confusion: Confusion.nullable(),
  /** What is judged where it is not the row: queries, items, series. */
  units: z.strictObject({ count: z.int().nonnegative(), noun: z.string() }).optional(),
  /** Of more than two classes, unless there are very many. */
  classes: z.array(ClassRow).optional(),
  /** Of predicted numbers. */
  residuals: Residuals.optional(),
  /** Only of two classes. */
  curves: Curves.optional(),
  metrics: z.array(MetricRow),
  /** Empty without a champion on the same rows. */
  comparisons: z.array(Comparison),
  /** Each claim as it was written, and the check that answers it. */
  claims: z.array(z.strictObject({ claim: z.string(), check: z.string() })),
  /** Metrics by slice, of the slices that claims and settings name. */
  slices: z.array(SliceRow).optional(),
  fairness: z.array(FairnessTable).optional(),
  /** Of tasks with two classes. */
  calibration: Calibration.optional(),
})
export type ModelResult = z.infer<typeof ModelResult>
