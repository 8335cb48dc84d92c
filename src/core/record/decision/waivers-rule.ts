import { counted } from '../../model/format.ts'
import type { Waiver } from '../../security/waivers/waiver.ts'
import { waiverEnd } from '../../security/waivers/waiver-end.ts'
import type { Policy } from '../policy/policy.ts'
import { findingWaivers } from '../policy/policy-waivers.ts'
import { canonicalJson } from '../statement/canonical-json.ts'
import { type EvidenceDocument, isReadable } from './evidence-document.ts'
import { isForbidden } from './is-forbidden.ts'
import type { RuleOutcome } from './rule-outcome.ts'

const DAY_MS = 86_400_000

/** Every waiver that the evidence applied is one of this policy's, still holds, and is one that the policy allows; none where no waiver was applied. */
export function waiversRule(documents: readonly EvidenceDocument[], policy: Policy, at: Date): RuleOutcome | undefined {
  const applied = appliedWaivers(documents)
  if (applied.length === 0) return undefined
  const known = new Set(findingWaivers(policy).map(canonicalJson))
  const { 'max-days': maxDays, forbid = [] } = policy['waiver-limits'] ?? {}
  const faults = applied.flatMap(waiver => {
    if (!known.has(canonicalJson(waiver))) return [`${waiver.name} was waived and the policy has no such waiver`]
    if (forbid.includes(waiver.rule))
      return [`${waiver.name} was waived and the policy forbids waivers of ${waiver.rule}`]
    const left = (waiverEnd(waiver).getTime() - at.getTime()) / DAY_MS
    if (left <= 0) return [`the waiver of ${waiver.name} expired on ${waiver.expires}`]
    return maxDays === undefined || left <= maxDays
      ? []
      : [`the waiver of ${waiver.name} holds longer than ${counted(maxDays, 'day')} from now`]
  })
  faults.push(...forbiddenBelow(documents, policy, forbid))
  const title = 'Every waiver that was applied is in the policy and in force'
  if (faults.length > 0)
    return {
      rule: 'waivers',
      title,
      status: 'failed',
      reason: `Expected waivers of this policy, in force, but ${[...new Set(faults)].join('; ')}`,
      hint: 'Run the gate again with the policy as it is',
    }
  const names = applied.map(({ name, owner, expires }) => `${name} until ${expires} (by ${owner})`)
  return { rule: 'waivers', title, status: 'passed', reason: `Waived: ${names.join(', ')}` }
}

/** Waived findings under a rule, a gate or a check that must not be waived: a part of it must not be, either. */
function forbiddenBelow(documents: readonly EvidenceDocument[], policy: Policy, forbid: readonly string[]): string[] {
  const names = forbid.map(name => {
    const rule = policy.rules?.find(({ id }) => id === name)
    return { name, below: rule ? (rule.check === undefined ? rule.gate : `${rule.gate}/${rule.check}`) : name }
  })
  return documents
    .filter(isReadable)
    .flatMap(({ gate, evidence }) =>
      evidence.checks
        .filter(check => check.waivers?.length)
        .flatMap(({ id }) =>
          names
            .filter(({ below }) => isForbidden(`${gate}/${id}`, [below]))
            .map(({ name }) => `${id} was waived and the policy forbids to waive ${name}`),
        ),
    )
}

/** The waivers that the evidence applied, each once. */
export function appliedWaivers(documents: readonly EvidenceDocument[]): Waiver[] {
  const found = documents
    .filter(isReadable)
    .flatMap(({ evidence }) => evidence.checks.flatMap(each => each.waivers ?? []))
  return [...new Map(found.map(waiver => [canonicalJson(waiver), waiver])).values()]
}
