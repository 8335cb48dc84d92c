import type { Signer } from '../../ports/signer.ts'
import type { Environment } from './environment.ts'
import { signerOf } from './keys/signer-of.ts'
import { cryptoki } from './pkcs11/cryptoki.ts'
import { modulePath } from './pkcs11/module-path.ts'
import { pinOf } from './pkcs11/pin.ts'
import { pkcs11Reference } from './pkcs11/pkcs11-reference.ts'
import { privateKeyOf, publicKeyOf } from './pkcs11/token-key.ts'
import { tokenSignature } from './pkcs11/token-signature.ts'
import { withToken } from './pkcs11/with-token.ts'

/**
 * A key in a PKCS#11 token (smart card, HSM) as signer: P-256 or Ed25519. @param options.root folder of whose `node_modules` pkcs11js is
 * taken, and from which no module is
 */
export async function openPkcs11(
  uri: string,
  environment: Environment,
  options: { root?: string } = {},
): Promise<Signer> {
  const root = options.root ?? process.cwd()
  const reference = pkcs11Reference(uri)
  const name = `pkcs11:${[reference.token ?? reference.serial ?? reference.slotId, reference.object ?? reference.id?.toString('hex')].join('/')}`
  const module = modulePath(reference, environment, root)
  const pin = await pinOf(reference, environment)
  const access = { cryptoki: cryptoki(root), module, reference, pin, name }
  const key = withToken(access, token => publicKeyOf(token, privateKeyOf(token, reference, name), name))
  const isEdwards = key.asymmetricKeyType === 'ed25519'
  return signerOf(name, key, async data =>
    withToken(access, token => tokenSignature(token, privateKeyOf(token, reference, name), isEdwards, data)),
  )
}
