import { type SignatureFound, signatureFound } from '../../core/portal/signature-found.ts'
import type { Leaf } from '../../core/record/log/leaf.ts'
import { outsideWindow } from '../../core/record/trust/key-window.ts'
import type { LoadedTrust } from '../../core/record/trust/loaded-trust.ts'
import type { ReadRecord } from '../../ports/record-log.ts'
import type { Ports } from '../../ports.ts'

/** Signatures that are checked at once. */
const AT_ONCE = 64

/**
 * Whether somebody trusted signed each certificate and refusal of a log, by the digest of its document; nothing of those that the log does
 * not keep. As `proofmark verify` asks it, but for the model's files, which are not here: a key with a window must have counted when the
 * log took the entry in.
 */
export async function verifySignatures(
  { leaves, documents }: Pick<ReadRecord, 'leaves' | 'documents'>,
  trust: LoadedTrust,
  { signing, log }: Pick<Ports, 'signing' | 'log'>,
): Promise<Map<string, SignatureFound>> {
  const found = new Map<string, SignatureFound>()
  const asked = logged(leaves, documents)
  for (let from = 0; from < asked.length; from += AT_ONCE) {
    log.progress(`Verifying signatures: ${from + 1} of ${asked.length}`)
    const some = asked.slice(from, from + AT_ONCE)
    const verdicts = await Promise.all(some.map(({ text }) => signing.verify(text, trust, { logTimeComes: true })))
    for (const [n, { document, at }] of some.entries()) {
      const verdict = verdicts[n]
      if (!verdict) continue
      const late = 'refused' in verdict || verdict.window === undefined ? undefined : outsideWindow(verdict.window, at)
      found.set(document, late === undefined ? signatureFound(verdict) : { state: 'refused', reason: late })
    }
  }
  return found
}

/** Certificates and refusals whose text is kept, with the time at which the log took them in. */
function logged(leaves: readonly Leaf[], documents: ReadonlyMap<string, string>) {
  const texts = new Map<string, { document: string; text: string; at: Date }>()
  let latest = 0
  for (const { type, document, at } of leaves) {
    // Never before an entry that was there already, whatever time the entry names.
    latest = Math.max(latest, Date.parse(at))
    if (type !== 'certificate' && type !== 'refusal') continue
    const text = documents.get(document)
    if (text !== undefined && !texts.has(document)) texts.set(document, { document, text, at: new Date(latest) })
  }
  return [...texts.values()]
}
