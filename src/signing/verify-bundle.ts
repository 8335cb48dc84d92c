import type { KeyObject } from 'node:crypto'
import { readBundle } from '../core/record/statement/bundle.ts'
import type { Signing } from '../ports.ts'
import { keyId } from './key-id.ts'

/**
 * The payload of a bundle that exactly this key has signed, or why it is refused. The thresholds are zero because a bundle of
 * this first form carries no trusted time: whoever holds the key can date a statement as they like, and a key that was stolen
 * or retired is refused by no longer trusting it, not by the date in the statement.
 */
export async function verifyBundle(text: string, key: KeyObject): ReturnType<Signing['verify']> {
  const read = readBundle(text)
  if ('reason' in read) return { refused: read.reason }
  const id = keyId(key)
  const [signature] = read.bundle.dsseEnvelope.signatures
  if (read.bundle.verificationMaterial.publicKey.hint !== id || signature.keyid !== id)
    return { refused: `Expected a signature by key ${short(id)} but found one by key ${short(signature.keyid)}` }
  const [{ bundleFromJSON, isBundleWithDsseEnvelope }, { toSignedEntity, Verifier }] = await Promise.all([
    import('@sigstore/bundle'),
    import('@sigstore/verify'),
  ])
  const nobody = { certificateAuthorities: [], timestampAuthorities: [], tlogs: [], ctlogs: [] }
  const trust = { ...nobody, publicKey: () => ({ publicKey: key, validFor: () => true }) }
  try {
    const bundle = bundleFromJSON(read.bundle)
    if (!isBundleWithDsseEnvelope(bundle)) return { refused: 'Expected a bundle with a DSSE envelope but found none' }
    new Verifier(trust, { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 }).verify(toSignedEntity(bundle))
    const { payload, payloadType } = bundle.content.dsseEnvelope
    return { payload, payloadType }
  } catch (error) {
    return { refused: `Expected a signature by key ${short(id)} over this payload but ${reason(error)}` }
  }
}

const short = (id: string) => `${id.slice(0, 12)}…`
const reason = (error: unknown) => (error instanceof Error ? error.message : String(error))
