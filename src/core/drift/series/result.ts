import { z } from 'zod'
import { Status } from '../../verdict.ts'
import { SeriesKind } from './kinds.ts'

/** A stretch of judged time, drawn as one bar: the mean of its values and of what was expected. */
const Bin = z.strictObject({
  from: z.iso.datetime(),
  value: z.number().nullable(),
  expected: z.number().nullable(),
  /** Buckets of it that a rule has flagged. */
  flagged: z.int().nonnegative(),
})

/** A bucket that a rule has flagged. */
const Flagged = z.strictObject({
  at: z.iso.datetime(),
  value: z.number().nullable(),
  /** What was expected, and between what a value would not have been remarkable by the distance of the usual rule. */
  expected: z.number().optional(),
  band: z.tuple([z.number(), z.number()]).optional(),
  rules: z.array(z.string()),
})

/** One operational series: where it was read, what of it was judged, and what was found. */
export const SeriesRow = z.strictObject({
  name: z.string(),
  kind: SeriesKind,
  /** The worst of its checks. */
  status: Status,
  /** The log, or the address of the server. */
  source: z.string(),
  /** Length of a bucket: 1h. */
  every: z.string(),
  /** First bucket, first judged bucket, end of the last one; absent where nothing was read. */
  from: z.iso.datetime().optional(),
  judgedFrom: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
  judged: z.int().nonnegative(),
  unscored: z.strictObject({
    missing: z.int().nonnegative(),
    thin: z.int().nonnegative(),
    young: z.int().nonnegative(),
    excepted: z.int().nonnegative(),
    unlearnt: z.int().nonnegative(),
  }),
  /** What repeats, as it was learnt last, and the correlation of neighbours. */
  profile: z.string(),
  correlation: z.number(),
  /** Of rates that are counted: the rate that was learnt last, and how much more it varies than chance has it. */
  rate: z.strictObject({ mean: z.number(), overDispersion: z.number() }).optional(),
  bins: z.array(Bin),
  /** The first of the buckets that were flagged, and how many there are. */
  flagged: z.array(Flagged),
  flaggedCount: z.int().nonnegative(),
})
export type SeriesRow = z.infer<typeof SeriesRow>

/** What was found in the operational series. */
export const SeriesResult = z.strictObject({
  /** Chance of any false alarm over all series, rules and buckets together. */
  alpha: z.number(),
  /** Rules over series that share it (Bonferroni). */
  tests: z.int().nonnegative(),
  rules: z.array(z.strictObject({ id: z.string(), title: z.string(), variant: z.string() })),
  /** The worst first. */
  series: z.array(SeriesRow),
})
export type SeriesResult = z.infer<typeof SeriesResult>
