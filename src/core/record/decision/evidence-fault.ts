import { evidenceFile, type GateName } from '../../evidence.ts'
import { counted } from '../../model/format.ts'
import { type EvidenceDocument, isReadable } from './evidence-document.ts'

const DAY_MS = 86_400_000
/** How far the clock of the gate's runner may be ahead of ours, in milliseconds. */
const SKEW_MS = 5 * 60_000

/** Why no rule can be decided by a gate's evidence: there is none, it says nothing, or it is from another time. */
export function evidenceFault(
  gate: GateName,
  document: EvidenceDocument | undefined,
  maxAgeDays: number | undefined,
  at: Date,
): string | undefined {
  const file = evidenceFile(gate)
  if (!document) return `Expected ${file} but found none`
  if (!isReadable(document)) return `Expected ${file} to be evidence of ${gate} but ${document.unreadable}`
  if (maxAgeDays === undefined) return undefined
  const finished = document.evidence.run.finishedAt
  const age = at.getTime() - Date.parse(finished)
  if (age < -SKEW_MS) return `Expected ${gate} to have finished before now but it says ${finished}`
  return age <= maxAgeDays * DAY_MS
    ? undefined
    : `Expected ${gate} to have finished in the last ${counted(maxAgeDays, 'day')} but it did on ${finished}`
}
