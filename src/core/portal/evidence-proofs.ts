import { EVIDENCE_SCHEMA } from '../identifiers.ts'
import { readEvidenceLines } from '../record/evidence/evidence-lines.ts'
import { EvidenceStatement } from '../record/evidence/evidence-statement.ts'
import { payloadOf } from '../record/statement/envelope.ts'
import { readJson } from '../record/statement/read-json.ts'

/**
 * From the digest of an evidence file to that of the signed statement about it, as an `evidence.intoto.jsonl` has them. What a certificate
 * names is the statement: so its digests lead to the bytes of the file. Undefined for a text that holds no statements.
 */
export function evidenceProofs(
  text: string,
  sha256: (content: Uint8Array | string) => string,
): ReadonlyMap<string, string> | undefined {
  const envelopes = readEvidenceLines(text)
  if ('reason' in envelopes) return undefined
  return new Map(
    envelopes.flatMap(envelope => {
      const payload = payloadOf(envelope)
      const digest = EvidenceStatement.safeParse(readJson(payload)).data?.predicate[EVIDENCE_SCHEMA].digest
      return digest === undefined ? [] : [[digest.sha256, sha256(payload)] as const]
    }),
  )
}
