import type { RuleOutcome } from '../decision/rule-outcome.ts'
import type { ApprovalRule } from '../policy/approval-rule.ts'
import { isSameAccount } from './account.ts'
import type { Approval } from './approval.ts'
import { assign } from './assign.ts'
import { conflictOf } from './conflict.ts'
import type { Occasion } from './occasion.ts'
import type { Roles } from './roles.ts'

const RULE = { rule: 'approvals', title: 'Those whom the policy asks have approved' } as const

/**
 * Whether the people that the policy asks for have approved this model, or this commit: so many for each role, none of them one of
 * those they have to be distinct from. A person fills one place of one requirement, however often and in whatever roles they approved.
 * None where the policy asks for nobody.
 */
export const approvalsRule = (...given: Parameters<typeof judgeApprovals>): RuleOutcome | undefined =>
  judgeApprovals(...given).rule

/** The same with the approvals that filled a place: what a certificate rests on. Of a person's several approvals for a role, each. */
export function judgeApprovals(
  approvals: readonly Approval[],
  required: readonly ApprovalRule[],
  roles: Roles,
  occasion: Occasion,
): { readonly rule: RuleOutcome | undefined; readonly counted: readonly Approval[] } {
  if (required.length === 0) return { rule: undefined, counted: [] }
  const notes = new Set(occasion.setAside ?? [])
  const standing = approvals.filter(approval => {
    const problem = problemOf(approval, roles, occasion)
    if (problem !== undefined) notes.add(`${approval.actor} ${problem}`)
    return problem === undefined
  })
  const candidates = required.map(({ role, 'distinct-from': distinctFrom }) =>
    standing
      .filter(approval => approval.role === role)
      .filter(approval => {
        const conflict = conflictOf({ login: approval.actor, id: approval.actorId }, distinctFrom, occasion)
        if (conflict !== undefined) notes.add(`${approval.actor} approved for ${role} but ${conflict}`)
        return conflict === undefined
      })
      .map(({ actorId }) => actorId),
  )
  const places = required.flatMap(({ count }, index) => Array.from({ length: count }, () => index))
  const given = assign(places.map(index => [...new Set(candidates[index])]))
  const told = required.map(({ role, count }, index) => {
    const names = given.flatMap((person, place) =>
      person !== undefined && places[place] === index ? [nameOf(person, standing)] : [],
    )
    return { role, count, names }
  })
  const counted = standing.filter(({ role, actorId }) =>
    given.some((person, place) => person === actorId && required[places[place] ?? -1]?.role === role),
  )
  const short = told.filter(({ count, names }) => names.length < count)
  if (short.length > 0) {
    const wanted = short.map(
      ({ role, count, names }) =>
        `${count} ${count === 1 ? 'approval' : 'approvals'} by ${role} but found ${names.length === 0 ? 'none' : `${names.length} (${names.join(', ')})`}`,
    )
    const reason = [`Expected ${wanted.join(' and ')}`, ...notes].join('; ')
    return { rule: { ...RULE, status: 'failed', reason, hint: hintOf(occasion) }, counted }
  }
  const asked = required.some(each => each['distinct-from'].includes('author'))
  if (asked && occasion.unknownAuthors.length > 0)
    return {
      rule: {
        ...RULE,
        status: 'inconclusive',
        reason: `Expected approvals by others than the authors but cannot tell who they are: ${occasion.unknownAuthors.join('; ')}`,
        hint: "Have the author add the commit's e-mail address to their account, or commit again with one of the account's",
      },
      counted,
    }
  const reason = told.map(({ role, names }) => `${role}: ${names.join(', ')}`).join('; ')
  return { rule: { ...RULE, status: 'passed', reason }, counted }
}

/** Why an approval counts for nothing, after the name. */
function problemOf({ role, actor, actorId, of }: Approval, roles: Roles, occasion: Occasion): string | undefined {
  const members = Object.hasOwn(roles, role) ? roles[role] : undefined
  if (members === undefined) return `approved for ${role}, a role that the policy does not have`
  const who = { login: actor, id: actorId }
  if ('users' in members && !members.users.some(login => isSameAccount(who, { login })))
    return `approved for ${role} but is not one of those`
  if ('model' in of)
    return of.model === occasion.model ? undefined : `approved another model (${of.model.slice(0, 12)})`
  if (occasion.commit === undefined) return `approved commit ${of.commit.slice(0, 10)}, and this run knows no commit`
  return of.commit === occasion.commit || of.commit === occasion.sameFilesAs
    ? undefined
    : `approved another commit (${of.commit.slice(0, 10)}, this is ${occasion.commit.slice(0, 10)})`
}

const nameOf = (person: string, approvals: readonly Approval[]) =>
  approvals.find(({ actorId }) => actorId === person)?.actor ?? person

const hintOf = ({ model }: Occasion) =>
  `Have them approve the pull request as it is now, or run \`proofmark approve ${model}\` in the approval workflow`
