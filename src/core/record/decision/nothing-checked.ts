import type { Policy } from '../policy/policy.ts'
import type { RuleOutcome } from './rule-outcome.ts'

/** What keeps a policy from being met by nothing: no gate's evidence at all, or a policy that only says where the policy is. */
export function nothingChecked(policy: Policy, gates: readonly RuleOutcome[]): RuleOutcome[] {
  const outcomes: RuleOutcome[] = []
  if (policy.from !== undefined)
    outcomes.push({
      rule: 'policy',
      title: 'The policy was read',
      status: 'inconclusive',
      reason: "Expected the policy itself but found only where it is kept ('from')",
      hint: 'Give the policy as a file: --policy FILE',
    })
  if (gates.length === 0)
    outcomes.push({
      rule: 'evidence',
      title: 'Something was checked',
      status: 'inconclusive',
      reason: 'Expected evidence of at least one gate but found none',
      hint: 'Run the gates into the folder audit-record reads',
    })
  return outcomes
}
