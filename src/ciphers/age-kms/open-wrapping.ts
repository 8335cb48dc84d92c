import { UserError } from '../../core/user-error.ts'
import type { Environment } from '../../signing/kms/environment.ts'
import type { KmsOptions } from '../../signing/kms/options.ts'
import { awsWrapping } from './aws-wrapping.ts'
import { gcpWrapping } from './gcp-wrapping.ts'
import { vaultWrapping } from './vault-wrapping.ts'
import type { Wrapping } from './wrapping.ts'

type Open = (uri: string, environment: Environment, options: KmsOptions) => Promise<Wrapping>

/** The services whose keys wrap file keys bound to a context. Azure Key Vault's `wrapKey` takes no context, PKCS#11 neither. */
const SCHEMES: Readonly<Record<string, Open>> = { awskms: awsWrapping, gcpkms: gcpWrapping, hashivault: vaultWrapping }

/** Their schemes, as URIs begin with them. */
export const WRAPPING_SCHEMES: readonly string[] = Object.keys(SCHEMES)

/** The key that a reference names, for wrapping. */
export async function openWrapping(uri: string, environment: Environment, options: KmsOptions): Promise<Wrapping> {
  const scheme = WRAPPING_SCHEMES.find(each => uri.startsWith(`${each}://`))
  const open = scheme === undefined ? undefined : SCHEMES[scheme]
  if (open !== undefined) return open(uri, environment, options)
  throw new UserError('age.scheme', `Expected a key to encrypt for but found '${uri.slice(0, 100)}'`, {
    hint: `Give one that begins with ${WRAPPING_SCHEMES.join(', ')}`,
  })
}
