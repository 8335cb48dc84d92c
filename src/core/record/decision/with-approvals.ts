import type { Decision } from './decide.ts'
import type { RuleOutcome } from './rule-outcome.ts'
import { verdictOfRules } from './verdict-of-rules.ts'

/** The decision once it is known who has approved; without an outcome a policy that asks for approvals stays unmet. */
export function withApprovals(decision: Decision, approvals: RuleOutcome | undefined): Decision {
  if (!approvals) return decision
  const rules = [...decision.rules.filter(({ rule }) => rule !== 'approvals'), approvals]
  return { ...decision, rules, verdict: verdictOfRules(rules) }
}
