import type { RecordEntry } from '../../core/controls/record-entry.ts'
import { type EvidenceDocument, isReadable } from '../../core/record/decision/evidence-document.ts'
import type { Files } from '../../ports.ts'
import { BOM_FILE, CARD_FILE } from '../write-reports.ts'

/** Files that are made of evidence, and of which gate's. */
const MADE = [
  { kind: 'model-card', file: `${CARD_FILE}.json`, gate: 'model-certify', text: 'the model card' },
  { kind: 'bill-of-materials', file: BOM_FILE, gate: 'security-scan', text: 'the bill of materials' },
] as const

/** Card and bill of materials in a folder, which are as old as the evidence that they are made of. */
export async function filesMadeOf(
  documents: readonly EvidenceDocument[],
  out: string,
  files: Pick<Files, 'exists' | 'digest'>,
): Promise<RecordEntry[]> {
  const entries: RecordEntry[] = []
  for (const { kind, file, gate, text } of MADE) {
    const from = documents.filter(isReadable).find(each => each.gate === gate)
    if (!from || !(await files.exists(`${out}/${file}`))) continue
    const { sha256 } = await files.digest(`${out}/${file}`)
    entries.push({ kind, text, at: from.evidence.run.finishedAt, counts: true, file, sha256 })
  }
  return entries
}
