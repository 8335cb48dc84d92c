import { certificationFamilies } from './certification-families.ts'
import type { Decided } from './decided.ts'
import { gateFamilies } from './gate-families.ts'
import type { MetricGroup } from './metric-group.ts'
import { ownerLabels } from './owner-labels.ts'

/** The metrics of a run: a group for each gate, and one for the model where it was decided on. */
export function decisionGroups(decided: Decided, repository?: string): MetricGroup[] {
  const { evidence, model, command } = decided
  const run = evidence[0]?.run
  const owner = { ...ownerLabels(repository ?? run?.repository, model.name, run?.folder) }
  const gates = evidence.map((one): MetricGroup => {
    const key = { ...owner, gate: one.gate }
    return { key, about: one.gate, whole: true, families: gateFamilies(one, key) }
  })
  if (command !== 'gate' && command !== 'audit-record') return gates
  return [
    ...gates,
    { key: owner, about: 'certification', whole: false, families: certificationFamilies(decided, owner) },
  ]
}
