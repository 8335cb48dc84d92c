import type { Leaf } from '../log/leaf.ts'
import { loggedAt } from '../log/logged-at.ts'
import { type Revocation, readRevocation } from './revocation.ts'

/** What is asked of the log about one certificate. */
export interface AskedCertificate {
  /** SHA-256 of its bytes. */
  readonly sha256: string
  readonly modelId: string
  /** SHA-256 of the public key that signed it, where it names one. */
  readonly key: string | undefined
}

/**
 * The entry that revokes a certificate, or its key, up to the end of the log. `unreadable`: an entry that may be about it, whose
 * document is not kept; nobody may take that for consent. A key revoked only from some time on leaves a certificate standing that the
 * log, whose clock the key's thief has not, took in before.
 */
export function findRevocation(
  leaves: readonly Leaf[],
  documents: ReadonlyMap<string, string>,
  asked: AskedCertificate,
  revocations = revocationsIn(leaves),
): Revocation | 'unreadable' | undefined {
  let unreadable = false
  for (const leaf of revocations) {
    const revocation = readRevocation(documents.get(leaf.document))
    if (!revocation) unreadable ||= leaf.id === undefined || leaf.id === `sha256:${asked.modelId}`
    else if (revocation.certificate === asked.sha256) return revocation
    else if (revocation.key !== undefined && revocation.key === asked.key && !before(revocation.since))
      return revocation
  }
  return unreadable ? 'unreadable' : undefined

  function before(since: string | undefined): boolean {
    const logged = leaves.findIndex(leaf => leaf.type === 'certificate' && leaf.document === `sha256:${asked.sha256}`)
    return since !== undefined && logged >= 0 && loggedAt(leaves, logged).getTime() < Date.parse(since)
  }
}

/** The entries that revoke something: whoever asks about many certificates looks for them once. */
export const revocationsIn = (leaves: readonly Leaf[]): readonly Leaf[] =>
  leaves.filter(({ type }) => type === 'revocation')
