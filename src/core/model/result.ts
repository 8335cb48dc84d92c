import { z } from 'zod'
import { DeclaredCard } from './card/card.ts'

const Interval = z.tuple([z.number(), z.number()])

/** Rows by predicted and true class, at the threshold. */
const Confusion = z.strictObject({
  tp: z.int().nonnegative(),
  fp: z.int().nonnegative(),
  fn: z.int().nonnegative(),
  tn: z.int().nonnegative(),
})

/** A metric of the challenger, `interval` two-sided at `level`, and of the champion. Null where it is undefined on these rows. */
const MetricRow = z.strictObject({
  id: z.string(),
  title: z.string(),
  better: z.enum(['higher', 'lower']),
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

/** What model-certify writes beside its checks. Without faultless predictions there are no metrics. */
export const ModelResult = z.strictObject({
  task: z.enum(['binary']),
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
  metrics: z.array(MetricRow),
  /** Empty without a champion on the same rows. */
  comparisons: z.array(Comparison),
  /** Each claim as it was written, and the check that answers it. */
  claims: z.array(z.strictObject({ claim: z.string(), check: z.string() })),
})
export type ModelResult = z.infer<typeof ModelResult>
