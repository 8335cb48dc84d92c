import { type KeyObject, verify } from 'node:crypto'
import { UserError } from '../../../core/user-error.ts'
import type { Signer } from '../../../ports/signer.ts'

/**
 * A signer that returns no signature it has not verified: a service that signs with another key than the one it showed (rotated,
 * replaced, a wrong answer) would otherwise give a certificate that nobody can verify.
 */
export function signerOf(
  name: string,
  publicKey: KeyObject,
  signatureOf: (data: Uint8Array) => Promise<Uint8Array>,
): Signer {
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const digest = publicKey.asymmetricKeyType === 'ed25519' ? null : 'sha256'
  return {
    name,
    async sign(data) {
      const signature = await signatureOf(data)
      if (verify(digest, data, publicKey, signature)) return { signature, key: { kind: 'public-key', pem } }
      throw new UserError(
        'kms.signature',
        `Expected ${name} to sign with the key it shows but found a signature by that key to be false`,
        {
          kind: 'environment',
          hint: 'Run it again if the key was just rotated or replaced; name a version of the key where the service has them',
        },
      )
    },
  }
}
