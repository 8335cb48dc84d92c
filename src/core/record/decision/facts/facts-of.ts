import type { Evidence } from '../../../evidence.ts'
import { checkFacts } from './check-facts.ts'
import { driftFacts } from './drift-facts.ts'
import type { Fact } from './fact.ts'
import { modelFacts } from './model-facts.ts'

/** Everything that rules can be about, of a gate's evidence. */
export function factsOf(evidence: Evidence): Fact[] {
  const checks = checkFacts(evidence)
  if (evidence.result === null) return checks
  if (evidence.gate === 'model-certify') return [...checks, ...modelFacts(evidence.result)]
  return evidence.gate === 'drift-compare' ? [...checks, ...driftFacts(evidence.result)] : checks
}
