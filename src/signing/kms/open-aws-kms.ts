import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { UserError } from '../../core/user-error.ts'
import type { Signer } from '../../ports/signer.ts'
import { type AwsKmsClient, awsKmsClient } from './aws/aws-kms-client.ts'
import { awsReference } from './aws/aws-reference.ts'
import type { Environment } from './environment.ts'
import { sha256 } from './keys/sha256.ts'
import { signerOf } from './keys/signer-of.ts'
import { fromSpki, wrongKey } from './keys/signing-key.ts'
import type { KmsOptions } from './options.ts'

const PublicKey = z.object({
  KeyId: z.string(),
  PublicKey: z.base64(),
  KeyUsage: z.string(),
  KeySpec: z.string().optional(),
})
const Signature = z.object({ Signature: z.base64() })

/** Most bytes that AWS KMS signs as they are (API reference, Sign: `Message`). */
const LONGEST_MESSAGE = 4096

/** A key of AWS KMS as signer: `ECC_NIST_P256`, of which only digests are sent, or `ECC_NIST_EDWARDS25519` for what has up to 4,096 bytes. */
export async function openAwsKms(uri: string, environment: Environment, options: KmsOptions = {}): Promise<Signer> {
  const reference = awsReference(uri)
  const client = await awsKmsClient(reference, ['kms:GetPublicKey', 'kms:Sign'], environment, options)
  const found = await client('GetPublicKey', { KeyId: reference.keyId }, PublicKey)
  if (found.KeyUsage !== 'SIGN_VERIFY') throw wrongKey(uri, `one for ${found.KeyUsage}`)
  const key = fromSpki(Buffer.from(found.PublicKey, 'base64'), uri)
  return signerOf(uri, key, data => signature(client, { id: found.KeyId, uri, key }, data))
}

async function signature(
  client: AwsKmsClient,
  { id, uri, key }: { id: string; uri: string; key: KeyObject },
  data: Uint8Array,
): Promise<Buffer> {
  const isEdwards = key.asymmetricKeyType === 'ed25519'
  if (isEdwards && data.length > LONGEST_MESSAGE)
    throw new UserError(
      'kms.too-long',
      `Expected at most ${LONGEST_MESSAGE} bytes for ${uri} to sign but found ${data.length}`,
      {
        hint: 'AWS KMS signs no more with an Ed25519 key: make a key of type ECC_NIST_P256',
      },
    )
  const signed = await client(
    'Sign',
    {
      KeyId: id,
      Message: Buffer.from(isEdwards ? data : sha256(data)).toString('base64'),
      MessageType: isEdwards ? 'RAW' : 'DIGEST',
      SigningAlgorithm: isEdwards ? 'ED25519_SHA_512' : 'ECDSA_SHA_256',
    },
    Signature,
  )
  return Buffer.from(signed.Signature, 'base64')
}
