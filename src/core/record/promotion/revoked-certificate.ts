import type { Certificate } from '../statement/certificate.ts'
import { CERTIFICATE_EXTENSION } from '../statement/identifiers.ts'

/** A certificate that counts for nothing any more, and whose it was. */
export interface RevokedCertificate {
  /** SHA-256 of its bytes. */
  readonly sha256: string
  readonly model: {
    readonly name?: string | undefined
    readonly version?: string | undefined
    readonly id: string
  }
  /** Repository whose run signed it. */
  readonly repository?: string | undefined
  /** Whether it is the newest certificate that its repository has for a model of that name: then the model has none that counts. */
  readonly last: boolean
}

/** What is told of a revoked certificate. */
export function revokedCertificate(sha256: string, certificate: Certificate, last: boolean): RevokedCertificate {
  const { model, source } = certificate.predicate[CERTIFICATE_EXTENSION]
  const { name, version, id } = model
  return { sha256, model: { name, version, id }, repository: source.repository, last }
}
