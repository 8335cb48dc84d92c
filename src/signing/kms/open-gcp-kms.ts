import { z } from 'zod'
import type { Signer } from '../../ports/signer.ts'
import type { Environment } from './environment.ts'
import { checked, damaged } from './gcp/checked.ts'
import { crc32c } from './gcp/crc32c.ts'
import { gcpKmsClient } from './gcp/gcp-kms-client.ts'
import { gcpVersion } from './gcp/gcp-reference.ts'
import { sha256 } from './keys/sha256.ts'
import { signerOf } from './keys/signer-of.ts'
import { fromSpki, wrongKey } from './keys/signing-key.ts'
import type { KmsOptions } from './options.ts'

const PublicKey = z.object({ pem: z.string(), algorithm: z.string(), pemCrc32c: z.string(), name: z.string() })
const Signature = z.object({
  signature: z.base64(),
  signatureCrc32c: z.string(),
  verifiedDigestCrc32c: z.boolean().default(false),
  verifiedDataCrc32c: z.boolean().default(false),
  name: z.string(),
})

/** Algorithms of the service, with whether it is sent the data itself rather than their digest. */
const ALGORITHMS: Readonly<Record<string, { whole: boolean }>> = {
  EC_SIGN_P256_SHA256: { whole: false },
  EC_SIGN_ED25519: { whole: true },
}

/** A version of a key in Google Cloud KMS as signer: `EC_SIGN_P256_SHA256`, of which only digests are sent, or `EC_SIGN_ED25519`. */
export async function openGcpKms(uri: string, environment: Environment, options: KmsOptions = {}): Promise<Signer> {
  const version = gcpVersion(uri)
  const client = await gcpKmsClient(uri, 'roles/cloudkms.signerVerifier', environment, options)
  const found = await client(`${version}/publicKey`, PublicKey)
  const algorithm = ALGORITHMS[found.algorithm]
  if (algorithm === undefined) throw wrongKey(uri, found.algorithm)
  checked(Buffer.from(found.pem), found.pemCrc32c, 'the public key')
  const key = fromSpki(found.pem, uri)
  return signerOf(uri, key, async data => {
    const signed = await client(`${version}:asymmetricSign`, Signature, bodyOf(data, algorithm.whole))
    if (!(algorithm.whole ? signed.verifiedDataCrc32c : signed.verifiedDigestCrc32c)) throw damaged('what was sent')
    return checked(Buffer.from(signed.signature, 'base64'), signed.signatureCrc32c, 'the signature')
  })
}

function bodyOf(data: Uint8Array, whole: boolean): object {
  const sent = whole ? Buffer.from(data) : sha256(data)
  const [base64, crc] = [sent.toString('base64'), String(crc32c(sent))]
  return whole ? { data: base64, dataCrc32c: crc } : { digest: { sha256: base64 }, digestCrc32c: crc }
}
