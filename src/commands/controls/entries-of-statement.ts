import type { RecordEntry } from '../../core/controls/record-entry.ts'
import { readBundle } from '../../core/record/statement/bundle.ts'
import { CERTIFICATE_EXTENSION } from '../../core/record/statement/identifiers.ts'
import { readStatement } from '../../core/record/statement/read-statement.ts'

/** What a certificate or a refusal says for controls, or why it says nothing. The caller verifies its signature. */
export function entriesOfStatement(
  file: string,
  text: string,
  sha256: string,
  now: Date,
): { readonly entries: readonly RecordEntry[] } | { readonly reason: string } {
  const read = readBundle(text)
  if ('reason' in read) return read
  const { payload, payloadType } = read.bundle.dsseEnvelope
  const bytes = Uint8Array.from(atob(payload), character => character.charCodeAt(0))
  const signed = readStatement(bytes, payloadType)
  if (signed.kind === 'unknown') return { reason: signed.reason }
  const place = { file, sha256 }
  const { predicate } = signed.statement
  const at = predicate.timeVerified
  if (signed.kind === 'refusal')
    return { entries: [{ kind: 'decision', text: 'a refusal', at, counts: true, ...place }] }
  const { validity, approvals, waivers } = signed.statement.predicate[CERTIFICATE_EXTENSION]
  const counts = Date.parse(validity.notAfter) > now.getTime()
  const words = `a certificate, ${counts ? 'valid' : 'over'} ${counts ? 'until' : 'since'} ${validity.notAfter.slice(0, 10)}`
  return {
    entries: [
      { kind: 'decision', text: words, at, counts, ...place },
      { kind: 'certificate', text: words, at, counts, ...place },
      ...approvals.map(
        ({ role, actor, at: given }): RecordEntry => ({
          kind: 'approval',
          text: `an approval as ${role}, by ${actor}`,
          at: given,
          counts: true,
          ...place,
        }),
      ),
      ...waivers.map(
        ({ name, owner, expires }): RecordEntry => ({
          kind: 'waiver',
          text: `a waiver of ${name}, by ${owner}`,
          at,
          counts: Date.parse(expires) > now.getTime(),
          ...place,
        }),
      ),
    ],
  }
}
