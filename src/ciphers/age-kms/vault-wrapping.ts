import { z } from 'zod'
import type { Environment } from '../../signing/kms/environment.ts'
import type { KmsOptions } from '../../signing/kms/options.ts'
import { vaultReference } from '../../signing/kms/vault/vault-reference.ts'
import { vaultTransitClient } from '../../signing/kms/vault/vault-transit-client.ts'
import { associatedData, type Wrapping } from './wrapping.ts'

const Encrypted = z.object({ data: z.object({ ciphertext: z.string().min(1) }) })
const Decrypted = z.object({ data: z.object({ plaintext: z.base64() }) })

const OPERATIONS = [
  { operation: 'encrypt', capability: 'update' },
  { operation: 'decrypt', capability: 'update' },
] as const

/** A symmetric key (aes256-gcm96) of Vault's or OpenBao's transit engine; the context is associated data. */
export async function vaultWrapping(uri: string, environment: Environment, options: KmsOptions): Promise<Wrapping> {
  const client = await vaultTransitClient(vaultReference(uri), OPERATIONS, environment, options)
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  return {
    async wrap(fileKey, context) {
      const parameters = { plaintext: base64(fileKey), associated_data: base64(associatedData(context)) }
      return Buffer.from((await client('encrypt', Encrypted, parameters)).data.ciphertext)
    },
    async unwrap(wrapped, context) {
      const ciphertext = Buffer.from(wrapped).toString('latin1')
      const parameters = { ciphertext, associated_data: base64(associatedData(context)) }
      return Buffer.from((await client('decrypt', Decrypted, parameters)).data.plaintext, 'base64')
    },
  }
}
