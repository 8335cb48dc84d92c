import { createPublicKey, verify } from 'node:crypto'
import type { Signer } from '../../../src/ports/signer.ts'

/** Signs and has openssl's code check it: the kind of the key and whether the signature holds for the data, and not for other data. */
export async function verified(signer: Signer, data = Buffer.from('what is signed')): Promise<string> {
  const { signature, key } = await signer.sign(data)
  if (key.kind !== 'public-key') throw new Error('no public key')
  const publicKey = createPublicKey(key.pem)
  const kind = publicKey.asymmetricKeyDetails?.namedCurve ?? publicKey.asymmetricKeyType ?? ''
  const digest = kind === 'ed25519' ? null : 'sha256'
  const [right, other] = [data, Buffer.concat([data, Buffer.of(0)])].map(each =>
    verify(digest, each, publicKey, signature),
  )
  return `${kind} ${right} ${other}`
}
