import { z } from 'zod'
import type { Leaf } from '../log/leaf.ts'
import { CERTIFICATE_EXTENSION } from '../statement/identifiers.ts'
import { readCertificate } from '../statement/read-certificate.ts'
import { findRevocation, revocationsIn } from './find-revocation.ts'
import { keyHint } from './key-hint.ts'
import type { CertificateLife } from './life.ts'

/** When a certificate holds, and when somebody has to look at the model again. */
export interface Validity {
  readonly notBefore: string
  readonly notAfter: string
  readonly reviewBy: string
}

const Review = z.object({ reviewBy: z.iso.datetime().or(z.iso.date()) })

/** What the log says of one certificate at a time. The log's word is taken for its signature: this is for showing, never for promoting. */
export function certificateLife(
  leaf: Leaf,
  leaves: readonly Leaf[],
  documents: ReadonlyMap<string, string>,
  now: Date,
  validityOf = validityIn,
  revocations = revocationsIn(leaves),
): CertificateLife {
  const text = documents.get(leaf.document)
  const sha256 = leaf.document.slice('sha256:'.length)
  const validity = text === undefined ? undefined : validityOf(text)
  const asked = {
    sha256,
    modelId: leaf.id?.slice('sha256:'.length) ?? '',
    key: text === undefined || revocations.length === 0 ? undefined : keyHint(text),
  }
  const found = findRevocation(leaves, documents, asked, revocations)
  const review = Review.safeParse(validity).data
  const known = {
    sha256,
    at: leaf.at,
    ...(validity === undefined ? {} : { notBefore: validity.notBefore, notAfter: validity.notAfter }),
    ...(review === undefined ? {} : { reviewBy: review.reviewBy }),
  }
  if (found === 'unreadable') return { ...known, state: 'unknown' }
  if (found !== undefined) return { ...known, state: 'revoked', revocation: found }
  if (validity === undefined) return { ...known, state: 'unknown' }
  if (now.getTime() < Date.parse(validity.notBefore)) return { ...known, state: 'early' }
  return { ...known, state: now.getTime() > Date.parse(validity.notAfter) ? 'expired' : 'valid' }
}

/** From when until when a certificate's text says that it holds; undefined for what is none. */
export function validityIn(text: string): Validity | undefined {
  return readCertificate(text)?.predicate[CERTIFICATE_EXTENSION].validity
}
