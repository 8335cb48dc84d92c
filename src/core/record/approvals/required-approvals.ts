import type { ApprovalRule } from '../policy/approval-rule.ts'
import type { Policy } from '../policy/policy.ts'

/** The approvals that a policy asks for; where a waiver was applied, one more by the role that approves waivers, of somebody else than who asked. */
export function requiredApprovals(
  policy: Pick<Policy, 'approvals' | 'waiver-limits'>,
  waived: boolean,
): readonly ApprovalRule[] {
  const approver = policy['waiver-limits']?.approver
  const always = policy.approvals ?? []
  if (approver === undefined || !waived) return always
  const strict = always.map(rule => (rule.role === approver ? { ...rule, 'distinct-from': withDuties(rule) } : rule))
  return always.some(({ role }) => role === approver)
    ? strict
    : [...always, { role: approver, count: 1, 'distinct-from': [...DUTIES] }]
}

/** Whoever approves a waiver must not be who it is for. */
const DUTIES = ['author', 'waiver-requester'] as const

const withDuties = (rule: ApprovalRule) => [...new Set([...rule['distinct-from'], ...DUTIES])]
