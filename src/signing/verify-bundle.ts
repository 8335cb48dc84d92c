import { isCertified, readBundle } from '../core/record/statement/bundle.ts'
import type { LoadedTrust } from '../core/record/trust/loaded-trust.ts'
import type { SignatureVerdict } from '../core/record/trust/signed-by.ts'
import type { VerifyOptions } from '../ports/signing.ts'
import { certificatesIn } from './timestamps/certificates-in.ts'
import { trustedKeys } from './trusted-keys.ts'
import { verifyKeyed } from './verify-keyed.ts'

/**
 * The payload of a bundle that somebody trusted has signed, or why it is refused. Trust is read first: what cannot be read of it is
 * the reader's to mend, whatever the bundle.
 */
export async function verifyBundle(
  text: string,
  trust: LoadedTrust,
  options: VerifyOptions,
): Promise<SignatureVerdict> {
  const keys = trustedKeys(trust.keys ?? [])
  const authorities = trust['timestamp-authorities']?.map(certificatesIn)
  const read = readBundle(text)
  if ('reason' in read) return { refused: read.reason }
  if (!isCertified(read.bundle)) return verifyKeyed(read.bundle, keys, authorities, options)
  const { verifyCertified } = await import('./keyless/verify-certified.ts')
  return verifyCertified(read.bundle, trust, authorities ?? [])
}
