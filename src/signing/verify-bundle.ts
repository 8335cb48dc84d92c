import { isCertified, readBundle } from '../core/record/statement/bundle.ts'
import type { LoadedTrust } from '../core/record/trust/loaded-trust.ts'
import type { SignatureVerdict } from '../core/record/trust/signed-by.ts'
import type { TrustedKey } from '../core/record/trust/trust.ts'
import type { VerifyOptions } from '../ports/signing.ts'
import { certificatesIn } from './timestamps/certificates-in.ts'
import { type KnownKey, trustedKeys } from './trusted-keys.ts'
import { verifyKeyed } from './verify-keyed.ts'

const NONE: readonly TrustedKey[] = []
const read = new WeakMap<readonly TrustedKey[], readonly KnownKey[]>()

/** Who verifies very many signatures names the same keys each time. */
function readOnce(keys: readonly TrustedKey[]): readonly KnownKey[] {
  const known = read.get(keys) ?? trustedKeys(keys)
  read.set(keys, known)
  return known
}

/**
 * The payload of a bundle that somebody trusted has signed, or why it is refused. Trust is read first: what cannot be read of it is
 * the reader's to mend, whatever the bundle.
 */
export async function verifyBundle(
  text: string,
  trust: LoadedTrust,
  options: VerifyOptions,
): Promise<SignatureVerdict> {
  const keys = readOnce(trust.keys ?? NONE)
  const authorities = trust['timestamp-authorities']?.map(certificatesIn)
  const found = readBundle(text)
  if ('reason' in found) return { refused: found.reason }
  if (!isCertified(found.bundle)) return verifyKeyed(found.bundle, keys, authorities, options)
  const { verifyCertified } = await import('./keyless/verify-certified.ts')
  return verifyCertified(found.bundle, trust, authorities ?? [])
}
