import { X509Certificate } from 'node:crypto'
import { UserError } from '../../core/user-error.ts'

/** The certificates in a PEM text, in its order. */
export function certificatesIn(pem: string): [X509Certificate, ...X509Certificate[]] {
  const [first, ...more] = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (first !== undefined)
    try {
      return [new X509Certificate(first), ...more.map(text => new X509Certificate(text))]
    } catch {
      // Said below, as for a text without one.
    }
  throw new UserError(
    'signing.certificate-unreadable',
    'Expected the certificates of a time-stamp authority in PEM but found none that can be read',
    { hint: "Give the authority's own certificate first, then those above it, each from its BEGIN to its END line" },
  )
}
