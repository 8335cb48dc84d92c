import { GATES, type GateName, type Subject } from '../../evidence.ts'
import type { Waiver } from '../../security/waivers/waiver.ts'
import type { Verdict } from '../../verdict.ts'
import type { Policy } from '../policy/policy.ts'
import type { RuleWaiver } from '../policy/rule-waiver.ts'
import { applyWaiver } from './apply-waiver.ts'
import { awaitedApprovals } from './awaited-approvals.ts'
import { type EvidenceDocument, isReadable } from './evidence-document.ts'
import { gateRule } from './gate-rule.ts'
import { judgeRule } from './judge-rule.ts'
import { judgeWaivers } from './judge-waivers.ts'
import { materialsRule } from './materials-rule.ts'
import { nothingChecked } from './nothing-checked.ts'
import type { RuleOutcome } from './rule-outcome.ts'
import { verdictOfRules } from './verdict-of-rules.ts'
import { waiverNotes } from './waiver-notes.ts'
import { appliedWaivers, waiversRule } from './waivers-rule.ts'

export interface Decision {
  /** The worst of the rules', what is waived left out; of no rule, inconclusive. */
  readonly verdict: Verdict
  readonly rules: readonly RuleOutcome[]
  /** The exceptions that were applied, to rules and to findings. */
  readonly waivers: readonly (RuleWaiver | Waiver)[]
  /** What a reader should know and no rule is about: evidence by another version of the program, or of another commit. */
  readonly notes: readonly string[]
}

/** Everything that a certification is decided by. */
export interface DecisionInput {
  readonly documents: readonly EvidenceDocument[]
  readonly policy: Policy
  /** The model id: waivers are for one. */
  readonly modelId: string
  readonly subject: readonly Subject[]
  readonly version: string
  readonly commit?: string | undefined
  readonly at: Date
}

/**
 * Decides a certification. Every gate the policy requires must have passed on exactly these model files, and every rule of the policy
 * must hold, but for what is waived. A gate that ran though the policy does not ask for it counts just the same: a known failure is
 * never left out. Who has approved is not known here: where the policy asks for approvals, `withApprovals` concludes.
 */
export function decide(input: DecisionInput): Decision {
  const { documents, policy, subject, at } = input
  const found = (gate: GateName) => documents.find(document => document.gate === gate)
  const waivers = judgeWaivers(policy, input.modelId, at)
  const gates = GATES.filter(gate => policy.require.includes(gate) || found(gate)).map(gate =>
    gateRule(gate, found(gate), subject, waivers),
  )
  const rules = (policy.rules ?? []).map(rule => applyWaiver(judgeRule(rule, found(rule.gate), at), waivers))
  const materials = documents.some(isReadable) ? [materialsRule(documents, subject)] : []
  const findings = waiversRule(documents, policy, at)
  const applied = [...new Set([...gates, ...rules].flatMap(rule => rule.waivers ?? [])), ...appliedWaivers(documents)]
  const outcomes = [
    ...gates,
    ...rules,
    ...materials,
    ...(findings ? [findings] : []),
    ...nothingChecked(policy, gates),
    ...awaitedApprovals(policy, applied.length > 0),
  ]
  return {
    verdict: verdictOfRules(outcomes),
    rules: outcomes,
    waivers: applied,
    notes: [...notesOf(input), ...waiverNotes(waivers, outcomes)],
  }
}

function notesOf({ documents, version, commit }: DecisionInput): string[] {
  return documents
    .filter(isReadable)
    .flatMap(({ gate, evidence: { tool, run } }) => [
      ...(tool.version === version ? [] : [`${gate} ran with proofmark ${tool.version}; this is ${version}`]),
      ...(run.commit === undefined || commit === undefined || run.commit === commit
        ? []
        : [`${gate} ran on commit ${run.commit.slice(0, 10)}; this is ${commit.slice(0, 10)}`]),
    ])
}
