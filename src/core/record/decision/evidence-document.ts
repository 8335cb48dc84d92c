import { Evidence, evidenceFile, type GateName } from '../../evidence.ts'
import { readJson } from '../statement/read-json.ts'

/** Largest evidence that is read, in bytes. */
export const MAX_EVIDENCE_BYTES = 32 * 1024 * 1024

/** An evidence file as it was found: its digest and what it says, or why it says nothing. */
export type EvidenceDocument = Readable | Unreadable

interface Readable {
  /** The gate whose file it is; what the document itself claims is in `evidence`. */
  readonly gate: GateName
  /** SHA-256 of the file's bytes. */
  readonly sha256: string
  readonly evidence: Evidence
}

interface Unreadable {
  readonly gate: GateName
  readonly sha256?: string
  /** Continues "Expected F to be evidence but …". */
  readonly unreadable: string
}

/** Reads a gate's evidence from the file's bytes, strictly: anything unknown, missing or misspelt makes it unreadable. */
export function readEvidence(gate: GateName, bytes: Uint8Array, sha256: string): EvidenceDocument {
  const value = readJson(bytes)
  if (value === undefined) return { gate, sha256, unreadable: bytes.length === 0 ? 'it is empty' : 'it is no JSON' }
  const read = Evidence.safeParse(value)
  if (!read.success) {
    const [issue] = read.error.issues
    return { gate, sha256, unreadable: `${issue?.path.join('.') || 'the document'} is wrong: ${issue?.message}` }
  }
  if (read.data.gate !== gate) return { gate, sha256, unreadable: `it is evidence of ${read.data.gate}` }
  return { gate, sha256, evidence: read.data }
}

export const isReadable = (document: EvidenceDocument): document is Readable => 'evidence' in document

/** How messages and statements name the document. */
export const documentName = (document: EvidenceDocument): string => evidenceFile(document.gate)
