import { X509Certificate } from 'node:crypto'
import { isSigner } from './is-signer.ts'
import { signatureFault } from './signature-fault.ts'
import type { Timestamp } from './timestamp.ts'

/** The one use that the certificate of a time-stamp authority must have (RFC 3161 §2.3). */
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'

/**
 * Why a time-stamp is none of this authority's, over this data; undefined where it is one. The authority is its own certificate, then
 * those above it; or only those above it, and its own is the one that came with the time-stamp.
 */
export function authorityFault(
  timestamp: Timestamp,
  data: Uint8Array,
  authority: readonly [X509Certificate, ...X509Certificate[]],
): string | undefined {
  const [first] = authority
  const own = first.ca ? sentAlong(timestamp) : first
  if (own === undefined || !isSigner(timestamp.signer, own)) return 'one by another authority'
  if (own.keyUsage?.length !== 1 || own.keyUsage[0] !== TIME_STAMPING)
    return 'one by a certificate that is not for time-stamping alone'
  return chainFault(first.ca ? [own, ...authority] : authority, timestamp.at) ?? signatureFault(timestamp, data, own)
}

/** Every certificate is issued by the next, an authority's, and valid at the time; the last is trusted because it was given. */
function chainFault(chain: readonly X509Certificate[], at: Date): string | undefined {
  for (const [i, certificate] of chain.entries()) {
    if (at < certificate.validFromDate || at > certificate.validToDate)
      return `one of ${at.toISOString()}, when the certificate ${nameOf(certificate)} was not valid`
    const issuer = chain[i + 1]
    if (issuer && !(issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)))
      return `one whose certificate ${nameOf(certificate)} was not issued by ${nameOf(issuer)}`
  }
  return undefined
}

/** The certificate of the signer, among those that came along. */
export function sentAlong({ certificates, signer }: Timestamp): X509Certificate | undefined {
  for (const raw of certificates) {
    const certificate = readable(raw)
    if (certificate && isSigner(signer, certificate)) return certificate
  }
  return undefined
}

function readable(raw: Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(raw)
  } catch {
    return undefined
  }
}

/** What a certificate calls its holder, in one line that is not too long: one that came along can say anything. */
export const nameOf = ({ subject }: X509Certificate): string => subject.replaceAll('\n', ', ').slice(0, 200)
