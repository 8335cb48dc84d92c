import { readBundle } from './bundle.ts'
import type { Certificate } from './certificate.ts'
import { payloadOf } from './envelope.ts'
import { readStatement } from './read-statement.ts'

/** The certificate that a signed text holds, its signature not looked at: for showing, never for promoting. */
export function readCertificate(text: string): Certificate | undefined {
  const read = readBundle(text)
  if ('reason' in read) return undefined
  const { dsseEnvelope } = read.bundle
  const statement = readStatement(payloadOf(dsseEnvelope), dsseEnvelope.payloadType)
  return statement.kind === 'certificate' ? statement.statement : undefined
}
