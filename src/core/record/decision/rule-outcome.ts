import { z } from 'zod'
import { Verdict } from '../../verdict.ts'

/** One rule of the policy, and whether the evidence meets it. */
export const RuleOutcome = z.strictObject({
  /** The gate whose evidence the rule is about, or `materials`. */
  rule: z.string().min(1),
  title: z.string().min(1),
  status: Verdict,
  /** One sentence: expected and found. */
  reason: z.string().min(1),
  /** What to do next. */
  hint: z.string().optional(),
})
export type RuleOutcome = z.infer<typeof RuleOutcome>
