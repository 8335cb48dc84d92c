import { Envelope } from '../statement/envelope.ts'
import { EVIDENCE_FILE } from '../statement/record-files.ts'

/** Largest `evidence.intoto.jsonl` that is read, in bytes: a few statements, each of at most 1024 files. */
export const MAX_EVIDENCE_LINES_BYTES = 32 * 1024 * 1024

const MAX_LINES = 100

/** How a certificate names a statement among the evidence. */
export const evidenceUri = (name: string): string => `${EVIDENCE_FILE}#${name}`

/** The text of `evidence.intoto.jsonl`. */
export const evidenceLines = (envelopes: readonly Envelope[]): string =>
  envelopes.map(envelope => `${JSON.stringify(envelope)}\n`).join('')

/** The envelopes of an `evidence.intoto.jsonl`, or why it is none. */
export function readEvidenceLines(text: string): readonly Envelope[] | { readonly reason: string } {
  const lines = text.split('\n').filter(line => line !== '')
  if (lines.length > MAX_LINES) return { reason: `it has more than ${MAX_LINES} lines` }
  const envelopes: Envelope[] = []
  for (const [i, line] of lines.entries()) {
    const read = Envelope.safeParse(parsed(line))
    if (!read.success) return { reason: `line ${i + 1} is no DSSE envelope` }
    envelopes.push(read.data)
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
