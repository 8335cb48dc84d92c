import { GATES, type Subject } from '../../evidence.ts'
import { type EvidenceDocument, isReadable } from './evidence-document.ts'
import type { RuleOutcome } from './rule-outcome.ts'

/** No file had different bytes for two gates, or for a gate and the model as it is now: else they judged different things under one name. */
export function materialsRule(documents: readonly EvidenceDocument[], subject: readonly Subject[]): RuleOutcome {
  const title = 'Every gate read the same files'
  const seen = new Map(subject.map(file => [file.name, { sha256: file.digest.sha256, by: 'the model' }]))
  const conflicts: string[] = []
  for (const { gate, evidence } of documents.filter(isReadable))
    for (const { name, digest } of evidence.materials) {
      const before = seen.get(name)
      if (!before) seen.set(name, { sha256: digest.sha256, by: gate })
      else if (before.sha256 !== digest.sha256)
        conflicts.push(`${name} had other bytes for ${gate} than for ${before.by}`)
    }
  if (conflicts.length > 0)
    return {
      rule: 'materials',
      title,
      status: 'failed',
      reason: `Expected one content per file but found ${conflicts.join('; ')}`,
      hint: `Run ${GATES.join(', ')} on one checkout, then audit-record`,
    }
  return {
    rule: 'materials',
    title,
    status: 'passed',
    reason: `${seen.size === 1 ? '1 file' : `${seen.size} files`}, each with one digest`,
  }
}
