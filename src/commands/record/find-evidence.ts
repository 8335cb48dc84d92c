import { evidenceFile, GATES } from '../../core/evidence.ts'
import {
  type EvidenceDocument,
  MAX_EVIDENCE_BYTES,
  readEvidence,
} from '../../core/record/decision/evidence-document.ts'
import { UserError } from '../../core/user-error.ts'
import type { Ports } from '../../ports.ts'

/** An evidence file as it was found: what it says, and its very bytes where they could be read. */
export interface FoundEvidence {
  readonly document: EvidenceDocument
  readonly name: string
  readonly content?: Uint8Array
}

/** The evidence files in a folder, in the order of their gates. What the user could mend about one makes it unreadable, not the rest. */
export async function findEvidence(folder: string, { files, sha256 }: Ports): Promise<FoundEvidence[]> {
  const found: FoundEvidence[] = []
  for (const gate of GATES) {
    const name = evidenceFile(gate)
    const path = `${folder}/${name}`
    if (!(await files.exists(path))) continue
    try {
      const content = await files.read(path, { maxBytes: MAX_EVIDENCE_BYTES })
      found.push({ document: readEvidence(gate, content, sha256(content)), name, content })
    } catch (error) {
      if (!(error instanceof UserError) || error.kind !== 'input') throw error
      found.push({ document: { gate, unreadable: `it cannot be read: ${error.message}` }, name })
    }
  }
  return found
}
