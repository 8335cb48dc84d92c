import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { STATEMENT_PAYLOAD } from '../../../src/core/record/statement/identifiers.ts'
import { preAuthenticationEncoding } from '../../../src/signing/pre-authentication-encoding.ts'

/** Somebody who signs bundles with a P-256 key, without waiting. */
export interface Certifier {
  /** PEM. */
  readonly publicKey: string
  readonly hint: string
  sign(payload: Uint8Array): string
}

export function certifier(): Certifier {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const der = publicKey.export({ type: 'spki', format: 'der' })
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    hint: createHash('sha256').update(der).digest('hex'),
    sign: payload =>
      sign('sha256', preAuthenticationEncoding(STATEMENT_PAYLOAD, Buffer.from(payload)), privateKey).toString('base64'),
  }
}
