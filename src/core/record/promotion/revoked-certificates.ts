import type { Leaf } from '../log/leaf.ts'
import type { Certificate } from '../statement/certificate.ts'
import { CERTIFICATE_EXTENSION } from '../statement/identifiers.ts'
import { readCertificate } from '../statement/read-certificate.ts'
import { findRevocation } from './find-revocation.ts'
import { keyHint } from './key-hint.ts'
import { type Revocation, revocationText } from './revocation.ts'
import { type RevokedCertificate, revokedCertificate } from './revoked-certificate.ts'

/** The certificates of a log that a revocation takes, in the log's order. One whose document is not kept cannot be told whose it was. */
export function revokedCertificates(
  revocation: Revocation,
  leaves: readonly Leaf[],
  documents: ReadonlyMap<string, string>,
): RevokedCertificate[] {
  const same = revocationText(revocation)
  const last = new Map<string, string>()
  const taken: { sha256: string; certificate: Certificate }[] = []
  for (const leaf of leaves) {
    if (leaf.type !== 'certificate') continue
    const text = documents.get(leaf.document)
    const certificate = text === undefined ? undefined : readCertificate(text)
    if (text === undefined || !certificate) continue
    const sha256 = leaf.document.slice('sha256:'.length)
    last.set(ownerOf(certificate), sha256)
    const asked = { sha256, modelId: certificate.subject[0].digest.sha256, key: keyHint(text) }
    const found = findRevocation(leaves, documents, asked)
    if (found !== undefined && found !== 'unreadable' && revocationText(found) === same)
      taken.push({ sha256, certificate })
  }
  return taken.map(({ sha256, certificate }) =>
    revokedCertificate(sha256, certificate, last.get(ownerOf(certificate)) === sha256),
  )
}

function ownerOf(certificate: Certificate): string {
  const { model, source } = certificate.predicate[CERTIFICATE_EXTENSION]
  return JSON.stringify([source.repository, model.name])
}
