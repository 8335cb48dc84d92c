import { z } from 'zod'
import type { Environment } from '../../signing/kms/environment.ts'
import { checked, damaged } from '../../signing/kms/gcp/checked.ts'
import { crc32c } from '../../signing/kms/gcp/crc32c.ts'
import { gcpKmsClient } from '../../signing/kms/gcp/gcp-kms-client.ts'
import { gcpReference } from '../../signing/kms/gcp/gcp-reference.ts'
import type { KmsOptions } from '../../signing/kms/options.ts'
import { associatedData, type Wrapping } from './wrapping.ts'

const Encrypted = z.object({
  ciphertext: z.base64(),
  ciphertextCrc32c: z.string(),
  verifiedPlaintextCrc32c: z.boolean().default(false),
  verifiedAdditionalAuthenticatedDataCrc32c: z.boolean().default(false),
})
const Decrypted = z.object({ plaintext: z.base64(), plaintextCrc32c: z.string() })

/** A symmetric key of Google Cloud KMS (no version in its reference); the context is additional authenticated data. */
export async function gcpWrapping(uri: string, environment: Environment, options: KmsOptions): Promise<Wrapping> {
  const { key } = gcpReference(uri)
  const client = await gcpKmsClient(uri, 'roles/cloudkms.cryptoKeyEncrypterDecrypter', environment, options)
  const guarded = (name: string, bytes: Uint8Array) => ({
    [name]: Buffer.from(bytes).toString('base64'),
    [`${name}Crc32c`]: String(crc32c(bytes)),
  })
  return {
    async wrap(fileKey, context) {
      const additional = guarded('additionalAuthenticatedData', associatedData(context))
      const found = await client(`${key}:encrypt`, Encrypted, { ...guarded('plaintext', fileKey), ...additional })
      if (!found.verifiedPlaintextCrc32c || !found.verifiedAdditionalAuthenticatedDataCrc32c)
        throw damaged('what was sent')
      return checked(Buffer.from(found.ciphertext, 'base64'), found.ciphertextCrc32c, 'the wrapped key')
    },
    async unwrap(wrapped, context) {
      const additional = guarded('additionalAuthenticatedData', associatedData(context))
      const found = await client(`${key}:decrypt`, Decrypted, { ...guarded('ciphertext', wrapped), ...additional })
      return checked(Buffer.from(found.plaintext, 'base64'), found.plaintextCrc32c, 'the file key')
    },
  }
}
