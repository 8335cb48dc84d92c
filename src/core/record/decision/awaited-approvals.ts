import type { Policy } from '../policy/policy.ts'
import type { RuleOutcome } from './rule-outcome.ts'

/** Until it is known who has approved, a policy that asks for approvals is not met. */
export function awaitedApprovals(policy: Policy, waived: boolean): RuleOutcome[] {
  const approver = waived ? policy['waiver-limits']?.approver : undefined
  const roles = [...(policy.approvals ?? []).map(({ role }) => role), ...(approver === undefined ? [] : [approver])]
  if (roles.length === 0) return []
  return [
    {
      rule: 'approvals',
      title: 'Those whom the policy asks have approved',
      status: 'inconclusive',
      reason: `Expected approvals by ${[...new Set(roles)].join(', ')} but nobody was asked here`,
      hint: 'Decide where reviews and approvals can be read',
    },
  ]
}
