import { GATES, type GateName } from '../../evidence.ts'
import type { Policy } from '../policy/policy.ts'
import type { RuleOutcome } from './rule-outcome.ts'

const REASON: Readonly<Record<RuleOutcome['status'], string>> = {
  passed: 'It holds; the evidence is confidential',
  waived: 'It does not hold, and is waived; the evidence is confidential',
  failed: 'It does not hold; the evidence is confidential',
  inconclusive: 'It cannot be decided; the evidence is confidential',
}

/**
 * How rules stand, for documents that anybody may read: of those that are about confidential evidence only that, and what the policy itself
 * says. Why, and what was measured, has names of columns, slices and files.
 */
export function withoutConfidential(
  rules: readonly RuleOutcome[],
  policy: Pick<Policy, 'rules'>,
  confidential: ReadonlySet<GateName>,
): RuleOutcome[] {
  const gates = new Map<string, GateName>([
    ...GATES.map(gate => [gate, gate] as const),
    ...(policy.rules ?? []).map(({ id, gate }) => [id, gate] as const),
  ])
  return rules.map(outcome => {
    const gate = gates.get(outcome.rule)
    if (gate === undefined || !confidential.has(gate)) return outcome
    const { hint: _, measured: __, ...told } = outcome
    return { ...told, reason: REASON[outcome.status] }
  })
}
