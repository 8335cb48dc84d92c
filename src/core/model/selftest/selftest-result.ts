import { z } from 'zod'
import { NAMESPACE } from '../../identifiers.ts'
import { Status, Verdict } from '../../verdict.ts'
import { TASK_IDS } from '../task-id.ts'

export const SELFTEST_SCHEMA = `${NAMESPACE}selftest/v1`

/** A metric on degraded rows, and how much worse it is than on the model's own; null where there is none. */
const MetricChange = z.strictObject({ id: z.string(), value: z.number().nullable(), drop: z.number().nullable() })

/** A degradation of one size, and what the policy said to it. */
const Tried = z.strictObject({
  size: z.number(),
  shown: z.string(),
  verdict: Verdict,
  /** A policy must not pass it. */
  must: z.boolean(),
  /** Checks that did not pass, the failed ones where any has. */
  caughtBy: z.array(z.string()),
  metrics: z.array(MetricChange),
})
export type Tried = z.infer<typeof Tried>

/** Sizes found by bisection up to the greatest, `upTo`; null where not even that one is caught so. */
const Smallest = z.strictObject({
  upTo: z.string(),
  notPassed: z.strictObject({ size: z.number(), shown: z.string() }).nullable(),
  failed: z.strictObject({ size: z.number(), shown: z.string() }).nullable(),
})
export type Smallest = z.infer<typeof Smallest>

const Degraded = z.strictObject({
  id: z.string(),
  title: z.string(),
  tried: z.array(Tried),
  /** Absent where there is one size only, or faults of the file decide. */
  smallest: Smallest.optional(),
  /** Why it cannot be tried on these predictions, as a sentence. */
  inapplicable: z.string().optional(),
})
export type Degraded = z.infer<typeof Degraded>

/** The first size of a degradation at which a claim no longer passes, and what its quantity has lost by then. */
const Detection = z.strictObject({ size: z.number(), shown: z.string(), drop: z.number() })

/** What a claim can tell. */
const ClaimPower = z.strictObject({
  claim: z.string(),
  check: z.string(),
  /** The degradation by which it was found. */
  by: z.string(),
  /** Its greatest size. */
  upTo: z.string(),
  notPassed: Detection.nullable(),
  failed: Detection.nullable(),
  /** By the widths of the intervals: the smallest loss that a claim on this quantity can fail if it is to pass the model, and the rows that halve it. */
  atBest: z.number().nullable(),
  rowsToHalve: z.int().nullable(),
  /** Why it lets through too much, and what to do, as sentences. */
  tooWide: z.strictObject({ reason: z.string(), hint: z.string() }).optional(),
})
export type ClaimPower = z.infer<typeof ClaimPower>

/** What `proofmark selftest` writes: a function of the files and the settings alone. */
export const SelftestResult = z.strictObject({
  schema: z.literal(SELFTEST_SCHEMA),
  /** `passed`: all is caught that must be; `inconclusive`: the model does not pass as it is, so that nothing was tried. */
  verdict: Verdict,
  summary: z.string(),
  task: z.enum(TASK_IDS),
  rows: z.int().nonnegative(),
  level: z.number(),
  files: z.array(z.strictObject({ name: z.string(), role: z.string(), sha256: z.string() })),
  /** The model as it is. */
  model: z.strictObject({
    verdict: Verdict,
    metrics: z.array(z.strictObject({ id: z.string(), title: z.string(), value: z.number().nullable() })),
    /** What did not pass. */
    open: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        status: Status,
        reason: z.string(),
        hint: z.string().optional(),
      }),
    ),
  }),
  degradations: z.array(Degraded),
  claims: z.array(ClaimPower),
  /** What else the policy does not see. */
  notes: z.array(z.strictObject({ reason: z.string(), hint: z.string() })),
})
export type SelftestResult = z.infer<typeof SelftestResult>
