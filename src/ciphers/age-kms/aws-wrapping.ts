import { z } from 'zod'
import { awsKmsClient } from '../../signing/kms/aws/aws-kms-client.ts'
import { awsReference } from '../../signing/kms/aws/aws-reference.ts'
import type { Environment } from '../../signing/kms/environment.ts'
import type { KmsOptions } from '../../signing/kms/options.ts'
import type { Wrapping } from './wrapping.ts'

const Encrypted = z.object({ CiphertextBlob: z.base64() })
const Decrypted = z.object({ Plaintext: z.base64() })

/** A symmetric key of AWS KMS; the context is its encryption context. */
export async function awsWrapping(uri: string, environment: Environment, options: KmsOptions): Promise<Wrapping> {
  const reference = awsReference(uri)
  const KeyId = reference.keyId
  const client = await awsKmsClient(reference, ['kms:Encrypt', 'kms:Decrypt'], environment, options)
  return {
    async wrap(fileKey, EncryptionContext) {
      const Plaintext = Buffer.from(fileKey).toString('base64')
      const { CiphertextBlob } = await client('Encrypt', { KeyId, Plaintext, EncryptionContext }, Encrypted)
      return Buffer.from(CiphertextBlob, 'base64')
    },
    async unwrap(wrapped, EncryptionContext) {
      const CiphertextBlob = Buffer.from(wrapped).toString('base64')
      const { Plaintext } = await client('Decrypt', { KeyId, CiphertextBlob, EncryptionContext }, Decrypted)
      return Buffer.from(Plaintext, 'base64')
    },
  }
}
