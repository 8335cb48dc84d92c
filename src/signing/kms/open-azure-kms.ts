import { z } from 'zod'
import { UserError } from '../../core/user-error.ts'
import type { Signer } from '../../ports/signer.ts'
import { azureKeyVaultClient } from './azure/azure-key-vault-client.ts'
import { azureReference } from './azure/azure-reference.ts'
import type { Environment } from './environment.ts'
import { derSignature } from './keys/der-signature.ts'
import { sha256 } from './keys/sha256.ts'
import { signerOf } from './keys/signer-of.ts'
import { fromCoordinates, wrongKey } from './keys/signing-key.ts'
import type { KmsOptions } from './options.ts'

const coordinate = z.base64url()
const Key = z.object({
  key: z.object({
    kid: z.string(),
    kty: z.string(),
    crv: z.string().optional(),
    x: coordinate.optional(),
    y: coordinate.optional(),
    key_ops: z.array(z.string()).optional(),
  }),
  attributes: z.object({ enabled: z.boolean().default(true) }).optional(),
})
const Signature = z.object({ kid: z.string(), value: z.base64url() })

/** A key of Azure Key Vault or Managed HSM as signer, by the version that was the latest when it was opened: P-256 (`ES256`), of which only digests are sent. */
export async function openAzureKms(uri: string, environment: Environment, options: KmsOptions = {}): Promise<Signer> {
  const reference = azureReference(uri)
  const client = await azureKeyVaultClient(uri, reference, environment, options)
  const { name, version: asked } = reference
  const { key, attributes } = await client(asked === undefined ? name : `${name}/${asked}`, Key)
  if (attributes?.enabled === false) throw disabled(uri)
  if (!/^EC(-HSM)?$/.test(key.kty) || key.crv !== 'P-256' || key.x === undefined || key.y === undefined)
    throw wrongKey(uri, [key.kty, key.crv].filter(Boolean).join(' '))
  if (key.key_ops !== undefined && !key.key_ops.includes('sign')) throw wrongKey(uri, 'one that may not sign')
  const version = new RegExp(`/keys/${name}/([0-9a-zA-Z]+)$`, 'i').exec(key.kid)?.[1] ?? asked ?? ''
  const publicKey = fromCoordinates({ x: Buffer.from(key.x, 'base64url'), y: Buffer.from(key.y, 'base64url') }, uri)
  return signerOf(uri, publicKey, async data => {
    const value = sha256(data).toString('base64url')
    const signed = await client(`${name}/${version}/sign`, Signature, { alg: 'ES256', value })
    return derSignature(Buffer.from(signed.value, 'base64url'))
  })
}

const disabled = (uri: string) =>
  new UserError('kms.disabled', `Expected ${uri} to be enabled but found it disabled`, {
    kind: 'environment',
    hint: 'Enable the version of the key, or name another',
  })
