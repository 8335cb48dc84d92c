import { type Envelope, readEnvelope } from '../statement/envelope.ts'
import { EVIDENCE_FILE } from '../statement/record-files.ts'

/** Largest `evidence.intoto.jsonl` that is read, in bytes: a few statements, each of at most 1024 files. */
export const MAX_EVIDENCE_LINES_BYTES = 48 * 1024 * 1024

const MAX_LINES = 100

/** How a certificate names a statement among the evidence. */
export const evidenceUri = (name: string): string => `${EVIDENCE_FILE}#${name}`

/** The text of `evidence.intoto.jsonl`: a line for each signed statement, an envelope or the bundle that holds it. */
export const evidenceLines = (signed: readonly object[]): string =>
  signed.map(each => `${JSON.stringify(each)}\n`).join('')

/** The envelopes of an `evidence.intoto.jsonl`, or why it is none. */
export function readEvidenceLines(text: string): readonly Envelope[] | { readonly reason: string } {
  const lines = text.split('\n').filter(line => line !== '')
  if (lines.length > MAX_LINES) return { reason: `it has more than ${MAX_LINES} lines` }
  const envelopes: Envelope[] = []
  for (const [i, line] of lines.entries()) {
    const envelope = readEnvelope(parsed(line))
    if (!envelope) return { reason: `line ${i + 1} is no DSSE envelope` }
    envelopes.push(envelope)
  }
  return envelopes
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
