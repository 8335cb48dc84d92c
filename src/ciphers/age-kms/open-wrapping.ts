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

/** Whether a recipient or identity is a key in a key service, by its scheme. */
export const isWrappingKey = (uri: string): boolean => Object.hasOwn(SCHEMES, schemeOf(uri))

/** The key that a reference names, for wrapping. */
export async function openWrapping(uri: string, environment: Environment, options: KmsOptions): Promise<Wrapping> {
  const open = isWrappingKey(uri) ? SCHEMES[schemeOf(uri)] : undefined
  if (open !== undefined) return open(uri, environment, options)
  const schemes = Object.keys(SCHEMES).map(scheme => `${scheme}://`)
  throw new UserError('age.scheme', `Expected a key to encrypt for but found '${uri.slice(0, 100)}'`, {
    hint: `Give one that begins with ${schemes.join(', ')}`,
  })
}

const schemeOf = (uri: string): string => uri.split('://')[0] ?? ''
