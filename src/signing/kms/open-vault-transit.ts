import { z } from 'zod'
import type { Signer } from '../../ports/signer.ts'
import type { Environment } from './environment.ts'
import { sha256 } from './keys/sha256.ts'
import { signerOf } from './keys/signer-of.ts'
import type { KmsOptions } from './options.ts'
import { publicKeyOf, TransitKey } from './vault/transit-key.ts'
import { vaultReference } from './vault/vault-reference.ts'
import { vaultTransitClient } from './vault/vault-transit-client.ts'

/** `vault:v2:` and the signature; the prefix is not always that of Vault's default. */
const Signature = z.object({ data: z.object({ signature: z.string().regex(/^[\w-]+:v\d+:[A-Za-z0-9+/]+=*$/) }) })

const OPERATIONS = [
  { operation: 'keys', capability: 'read' },
  { operation: 'sign', capability: 'update' },
] as const

/** A key of Vault's or OpenBao's transit engine as signer, by the version that was the latest when it was opened: P-256 or Ed25519. */
export async function openVaultTransit(
  uri: string,
  environment: Environment,
  options: KmsOptions = {},
): Promise<Signer> {
  const client = await vaultTransitClient(vaultReference(uri), OPERATIONS, environment, options)
  const { key, version } = publicKeyOf(await client('keys', TransitKey), uri)
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  return signerOf(uri, key, async data => {
    const parameters =
      key.asymmetricKeyType === 'ed25519'
        ? { input: base64(data) }
        : { input: base64(sha256(data)), prehashed: true, hash_algorithm: 'sha2-256', marshaling_algorithm: 'asn1' }
    const { data: signed } = await client('sign', Signature, { ...parameters, key_version: version })
    return Buffer.from(signed.signature.split(':')[2] ?? '', 'base64')
  })
}
