import type { ApprovalRule } from '../policy/approval-rule.ts'
import type { Policy } from '../policy/policy.ts'

/** The approvals that a policy asks for; where a waiver was applied, one more by the role that approves waivers, of somebody else than who asked. */
export function requiredApprovals(
  policy: Pick<Policy, 'approvals' | 'waiver-limits'>,
  waived: boolean,
): readonly ApprovalRule[] {
  const approver = policy['waiver-limits']?.approver
  const always = policy.approvals ?? []
  if (approver === undefined || !waived || always.some(({ role }) => role === approver)) return always
  return [...always, { role: approver, count: 1, 'distinct-from': ['author', 'waiver-requester'] }]
}
