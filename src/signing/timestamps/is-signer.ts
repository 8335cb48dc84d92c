import type { X509Certificate } from 'node:crypto'
import { inside, readDer } from './der.ts'
import { expect, required } from './der-parts.ts'
import type { TimestampSigner } from './timestamp.ts'

/** Whether a time-stamp names this certificate as its signer's: the same issuer and serial number, byte by byte. */
export function isSigner({ issuer, serial }: TimestampSigner, certificate: X509Certificate): boolean {
  const [body] = inside(readDer(certificate.raw))
  const fields = inside(required(body))
  // A version, [0], stands first in all but the oldest certificates (RFC 5280 §4.1).
  const [itsSerial, , itsIssuer] = fields[0]?.tag === 0xa0 ? fields.slice(1) : fields
  return (
    Buffer.compare(expect(itsSerial, 0x02).content, serial) === 0 &&
    Buffer.compare(required(itsIssuer).raw, issuer) === 0
  )
}
