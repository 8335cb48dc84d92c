import { readBundle } from './bundle.ts'
import type { Certificate } from './certificate.ts'
import { readStatement } from './read-statement.ts'

/** What a bundle's text certifies, its signature unasked: for showing and for naming, never for promoting. Undefined where it is no certificate. */
export function readCertificate(text: string): Certificate | undefined {
  const read = readBundle(text)
  if ('reason' in read) return undefined
  const { payload, payloadType } = read.bundle.dsseEnvelope
  const bytes = Uint8Array.from(atob(payload), character => character.charCodeAt(0))
  const statement = readStatement(bytes, payloadType)
  return statement.kind === 'certificate' ? statement.statement : undefined
}
