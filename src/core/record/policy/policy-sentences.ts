import { counted, listed } from '../../model/format.ts'
import { describeWaiver } from '../../security/waivers/waivers-check.ts'
import type { ApprovalRule } from './approval-rule.ts'
import type { Policy } from './policy.ts'
import type { Role } from './role.ts'
import { ruleSentence } from './rule-words.ts'
import { trustSentences } from './trust-sentences.ts'

/** A part of the policy in sentences. */
export interface PolicyPart {
  readonly title: string
  readonly sentences: readonly string[]
}

/** The policy as whoever answers for it reads it: nothing in it is left out. */
export function policySentences(policy: Policy): PolicyPart[] {
  const parts = [
    { title: 'What must have passed', sentences: required(policy) },
    {
      title: 'Rules',
      sentences: (policy.rules ?? []).map(rule => `${rule.id}: ${ruleSentence(rule)}`),
    },
    { title: 'Approvals', sentences: (policy.approvals ?? []).map(rule => approval(rule, policy.roles)) },
    {
      title: 'Roles',
      sentences: Object.entries(policy.roles ?? {}).map(([name, role]) => `${name}: ${holders(role)}.`),
    },
    { title: 'Waivers', sentences: [...limits(policy), ...waivers(policy)] },
    { title: 'Validity', sentences: validity(policy) },
    { title: 'Trust', sentences: trustSentences(policy.trust) },
  ]
  return parts.filter(({ sentences }) => sentences.length > 0)
}

function required({ require, 'known-vulnerabilities': known }: Policy): string[] {
  return [
    ...(require.length === 0 ? [] : [`${listed(require)} must have passed on exactly these model files.`]),
    'A gate that ran and did not pass counts, required or not.',
    'What is missing, unreadable or undecided counts as not passed.',
    ...(known === undefined
      ? []
      : [
          known === 'all'
            ? 'Every known vulnerability of a dependency counts.'
            : 'In a pull request known vulnerabilities count that its base branch does not have.',
        ]),
  ]
}

const WHOM: Record<ApprovalRule['distinct-from'][number], string> = {
  author: 'an author of the change',
  trigger: 'who started the run',
  'waiver-requester': 'who asked for a waiver',
}

function approval({ role, count, 'distinct-from': distinct }: ApprovalRule, roles: Policy['roles']): string {
  const held = roles?.[role]
  const whom = distinct.map(each => WHOM[each])
  const but = whom.length === 0 ? '' : `; nobody counts who is ${whom.join(' or ')}`
  return `${counted(count, 'person', 'people')} of ${role}${held ? ` (${holders(held)})` : ''} must approve${but}.`
}

const holders = (role: Role) => ('team' in role ? `the members of ${role.team}` : listed(role.users, role.users.length))

function limits({ 'waiver-limits': limits = {} }: Policy): string[] {
  const { 'max-days': days, forbid = [], approver } = limits
  return [
    ...(days === undefined ? [] : [`A waiver may hold ${counted(days, 'day')} at most.`]),
    ...(forbid.length === 0 ? [] : [`Not to be waived: ${listed(forbid, forbid.length)}.`]),
    ...(approver === undefined ? [] : [`Where a waiver was applied, somebody of ${approver} must approve.`]),
  ]
}

function waivers({ waivers = [] }: Policy): string[] {
  return waivers.map(waiver => {
    const { owner, reason, expires } = waiver
    const asked = waiver['requested-by'] === undefined ? '' : `, asked for by ${waiver['requested-by']}`
    const from = 'model' in waiver && waiver.from !== undefined ? `From ${waiver.from} until` : 'Until'
    const what =
      'model' in waiver
        ? `${waiver.rule} need not hold for model ${waiver.model}`
        : `${describeWaiver(waiver)} is let through (${waiver.rule})`
    return `${from} the end of ${expires} (UTC) ${what}, by ${owner}${asked}, because: ${reason}`
  })
}

function validity({ 'validity-days': days, 'review-days-before': review, waivers = [] }: Policy): string[] {
  const capped = waivers.length === 0 ? '' : ', but no longer than the waivers it rests on'
  return [
    `A certificate is valid for ${counted(days, 'day')}${capped}.`,
    ...(review === undefined ? [] : [`It is due for review ${counted(review, 'day')} before its end.`]),
  ]
}
