import { GATES, type GateName, type Subject } from '../../evidence.ts'
import type { Policy } from '../../settings/schema.ts'
import { type Verdict, worstVerdict } from '../../verdict.ts'
import type { Consent } from '../approvals/consent.ts'
import { consentRule } from '../approvals/consent-rule.ts'
import { findingWaivers } from '../policy/policy-waivers.ts'
import { type EvidenceDocument, isReadable } from './evidence-document.ts'
import { gateRule } from './gate-rule.ts'
import { materialsRule } from './materials-rule.ts'
import type { RuleOutcome } from './rule-outcome.ts'
import { appliedWaivers, waiversRule } from './waivers-rule.ts'

export interface Decision {
  /** The worst of the rules'; of no rule, inconclusive. */
  readonly verdict: Verdict
  readonly rules: readonly RuleOutcome[]
  /** What a reader should know and no rule is about: evidence by another version of the program, or of another commit. */
  readonly notes: readonly string[]
}

/**
 * Decides a certification. Every gate the policy requires must have passed on exactly these model files. A gate that ran though
 * the policy does not ask for it counts just the same: a known failure is never left out.
 */
export function decide(input: {
  readonly documents: readonly EvidenceDocument[]
  readonly policy: Policy
  readonly subject: readonly Subject[]
  readonly version: string
  readonly commit?: string | undefined
  readonly at: Date
  /** What is known of who consented; without it nobody has. */
  readonly consent?: Consent | undefined
}): Decision {
  const { documents, policy, subject } = input
  const found = (gate: GateName) => documents.find(document => document.gate === gate)
  const rules = GATES.filter(gate => policy.require.includes(gate) || found(gate)).map(gate =>
    gateRule(gate, found(gate), subject),
  )
  if (documents.some(isReadable)) rules.push(materialsRule(documents, subject))
  const waivers = waiversRule(documents, findingWaivers(policy), input.at)
  if (waivers) rules.push(waivers)
  const approvals = consentRule(policy, input.consent, appliedWaivers(documents))
  if (approvals) rules.push(approvals)
  return { verdict: worstVerdict(rules.map(rule => rule.status)), rules, notes: notesOf(input) }
}

function notesOf({ documents, version, commit }: Parameters<typeof decide>[0]): string[] {
  return documents
    .filter(isReadable)
    .flatMap(({ gate, evidence: { tool, run } }) => [
      ...(tool.version === version ? [] : [`${gate} ran with proofmark ${tool.version}; this is ${version}`]),
      ...(run.commit === undefined || commit === undefined || run.commit === commit
        ? []
        : [`${gate} ran on commit ${run.commit.slice(0, 10)}; this is ${commit.slice(0, 10)}`]),
    ])
}
