import { readBundle } from '../../core/record/statement/bundle.ts'
import type { Envelope } from '../../core/record/statement/envelope.ts'
import { STATEMENT_PAYLOAD } from '../../core/record/statement/identifiers.ts'
import type { SigningKey } from '../../ports/signer.ts'
import type { Ports } from '../../ports.ts'

/** A signed statement. */
export interface Sealed {
  /** The Sigstore bundle, JSON text. */
  readonly bundle: string
  /** The same signature without what verifies it. */
  readonly envelope: Envelope
  readonly key: SigningKey
}

/** Signs the bytes of a statement. */
export type Seal = (payload: Uint8Array) => Promise<Sealed>

/** Signs with a private key, PEM: the one place that knows how statements are signed. */
export const sealWith =
  (privateKey: string, { signing }: Ports): Seal =>
  async payload => {
    const bundle = await signing.sign(payload, STATEMENT_PAYLOAD, privateKey)
    const read = readBundle(bundle)
    if ('reason' in read) throw new Error(read.reason)
    const { pem } = await signing.publicKey(privateKey)
    return { bundle, envelope: read.bundle.dsseEnvelope, key: { kind: 'public-key', pem } }
  }
