import { createHash } from 'node:crypto'
import { der } from './write-der.ts'

const SHA256 = Buffer.from('608648016503040201', 'hex')
const NULL = Uint8Array.of(5, 0)

/**
 * A TimeStampReq (RFC 3161 §2.4.1) for the SHA-256 of these bytes. It asks for the authority's certificate, so that the answer can be
 * checked before anybody decides whom to trust.
 */
export function timestampQuery(data: Uint8Array, nonce: Uint8Array): Uint8Array {
  const digest = createHash('sha256').update(data).digest()
  return der(
    0x30,
    der(0x02, Uint8Array.of(1)),
    der(0x30, der(0x30, der(0x06, SHA256), NULL), der(0x04, digest)),
    der(0x02, nonce),
    der(0x01, Uint8Array.of(0xff)),
  )
}
