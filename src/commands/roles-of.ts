import { type Account, isSameAccount } from '../core/record/approvals/account.ts'
import type { ApprovalRule } from '../core/record/policy/approval-rule.ts'
import type { Policy } from '../core/record/policy/policy.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'

/** The roles that an account holds, in the policy's order: those in which nobody has to approve are not looked up. */
export async function rolesOf(
  who: Account,
  required: readonly ApprovalRule[],
  { roles = {} }: Pick<Policy, 'roles'>,
  { teams }: Pick<Ports, 'teams'>,
): Promise<string[]> {
  const needed = new Set(required.map(({ role }) => role))
  const held: string[] = []
  for (const [name, role] of Object.entries(roles)) {
    if (!needed.has(name)) continue
    if ('users' in role) {
      if (role.users.some(login => isSameAccount(who, { login }))) held.push(name)
      continue
    }
    if (!teams) throw noToken(name, role.team)
    if (await teams.isMember(role.team, who.login)) held.push(name)
  }
  return held
}

const noToken = (role: string, team: string) =>
  new UserError(
    'approvals.team-token',
    `Expected a token that can read who is in the team ${team} (role ${role}) but found none`,
    {
      kind: 'environment',
      hint: "Put a token that may read the organisation's members into PROOFMARK_TEAM_TOKEN, or list the accounts under policy.roles",
    },
  )
