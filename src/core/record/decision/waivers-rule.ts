import type { Waiver } from '../../security/waivers/waiver.ts'
import { waiverEnd } from '../../security/waivers/waiver-end.ts'
import { canonicalJson } from '../statement/canonical-json.ts'
import { type EvidenceDocument, isReadable } from './evidence-document.ts'
import type { RuleOutcome } from './rule-outcome.ts'

/** Every waiver that the evidence applied is one of this policy's and still holds; none where no waiver was applied. */
export function waiversRule(
  documents: readonly EvidenceDocument[],
  policy: readonly Waiver[] | undefined,
  at: Date,
): RuleOutcome | undefined {
  const applied = appliedWaivers(documents)
  if (applied.length === 0) return undefined
  const known = new Set((policy ?? []).map(canonicalJson))
  const faults = applied.flatMap(waiver => {
    if (!known.has(canonicalJson(waiver))) return [`${waiver.name} was waived and the policy has no such waiver`]
    return at.getTime() < waiverEnd(waiver).getTime()
      ? []
      : [`the waiver of ${waiver.name} expired on ${waiver.expires}`]
  })
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

/** The waivers that the evidence applied, each once. */
export function appliedWaivers(documents: readonly EvidenceDocument[]): Waiver[] {
  const found = documents
    .filter(isReadable)
    .flatMap(({ evidence }) => evidence.checks.flatMap(each => each.waivers ?? []))
  return [...new Map(found.map(waiver => [canonicalJson(waiver), waiver])).values()]
}
