import type { ApprovalRule } from '../approval-rule.ts'
import type { Policy } from '../policy.ts'
import type { Role } from '../role.ts'
import type { Change } from './change.ts'
import { cannotTell, differs, higherIsStronger, listChanges } from './ordered.ts'

/** How two policies differ in who must approve, and who holds which role. */
export function approvalChanges(from: Policy, to: Policy): Change[] {
  const roles = [...new Set([...(from.approvals ?? []), ...(to.approvals ?? [])].map(({ role }) => role))]
  const names = [...new Set([...Object.keys(from.roles ?? {}), ...Object.keys(to.roles ?? {})])]
  return [
    ...roles.flatMap(role => ofRole(role, of(from, role), of(to, role))),
    ...names.flatMap(name => holders(name, from.roles?.[name], to.roles?.[name])),
  ]
}

const of = ({ approvals = [] }: Policy, role: string) => approvals.filter(approval => approval.role === role)

function ofRole(role: string, from: readonly ApprovalRule[], to: readonly ApprovalRule[]): Change[] {
  const [before, ...others] = from
  const [after, ...more] = to
  if (!before) return [{ text: `adds approvals by ${role}`, effect: 'stronger' }]
  if (!after) return [{ text: `removes approvals by ${role}`, effect: 'weaker' }]
  if (others.length + more.length > 0) return differs(`approvals by ${role}`, from, to, cannotTell)
  return [
    ...differs(`count of approvals by ${role}`, before.count, after.count, higherIsStronger),
    ...listChanges(
      before['distinct-from'],
      after['distinct-from'],
      whom => `${whom} ${after['distinct-from'].includes(whom) ? 'to' : 'from'} those who must not approve as ${role}`,
      { added: 'stronger', removed: 'weaker' },
    ),
  ]
}

function holders(name: string, from: Role | undefined, to: Role | undefined): Change[] {
  if (from && to && 'users' in from && 'users' in to)
    return listChanges(
      from.users,
      to.users,
      login => `${login} ${to.users.includes(login) ? 'to' : 'from'} role ${name}`,
      {
        added: 'weaker',
        removed: 'stronger',
      },
    )
  return differs(`role ${name}`, from, to, cannotTell)
}
