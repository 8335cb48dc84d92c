import { z } from 'zod'
import { Measured, Required } from '../../evidence.ts'
import { Verdict } from '../../verdict.ts'
import { BOUNDS } from '../policy/policy-rule.ts'
import { RuleWaiver } from '../policy/rule-waiver.ts'

/** How a rule stands: as a verdict, or `waived`: it does not hold, and an exception of the policy's says that it need not. */
export const RuleStatus = z.enum([...Verdict.options, 'waived'])
export type RuleStatus = z.infer<typeof RuleStatus>

/** One value that a rule was held against, and how that went. */
export const RuleMeasure = z.strictObject({
  /** What it is a value of: `auc on 'region = north'`, `psi of income`. */
  of: z.string().min(1),
  status: Verdict,
  value: Measured.shape.value,
  interval: Measured.shape.interval,
  level: Measured.shape.level,
  n: Measured.shape.n,
})
export type RuleMeasure = z.infer<typeof RuleMeasure>

/** One rule of the policy, and whether the evidence meets it. */
export const RuleOutcome = z.strictObject({
  /** Id of the rule; the gate whose evidence it is about; or `materials`, `waivers`, `approvals`, `evidence`. */
  rule: z.string().min(1),
  title: z.string().min(1),
  status: RuleStatus,
  /** One sentence: expected and found. */
  reason: z.string().min(1),
  /** What to do next. */
  hint: z.string().optional(),
  /** What it requires of each value, and which end of the interval is compared. */
  required: z
    .strictObject({ comparator: Required.shape.comparator, value: z.number(), bound: z.enum(BOUNDS) })
    .optional(),
  /** The values, the worst first, at most 20. */
  measured: z.array(RuleMeasure).max(20).optional(),
  /** How it would stand without its waivers; only where it is waived. */
  unwaived: Verdict.optional(),
  /** The exceptions that were applied to it. */
  waivers: z.array(RuleWaiver).optional(),
})
export type RuleOutcome = z.infer<typeof RuleOutcome>
