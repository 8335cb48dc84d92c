import type { KeyScheme } from '../core/record/key-reference.ts'
import type { Signer } from '../ports/signer.ts'
import type { Environment } from './kms/environment.ts'

export type { Environment }

type OpenSigner = (reference: string, environment: Environment) => Promise<Signer>

/** What opens a key by its address: one line each, loaded when it is asked for. */
const SIGNERS: Readonly<Record<KeyScheme, () => Promise<OpenSigner>>> = {
  'pkcs11:': async () => (await import('./kms/open-pkcs11.ts')).openPkcs11,
  'awskms://': async () => (await import('./kms/open-aws-kms.ts')).openAwsKms,
  'gcpkms://': async () => (await import('./kms/open-gcp-kms.ts')).openGcpKms,
  'azurekms://': async () => (await import('./kms/open-azure-kms.ts')).openAzureKms,
  'hashivault://': async () => (await import('./kms/open-vault-transit.ts')).openVaultTransit,
}

/** The signer behind a key's address. */
export async function openAddress(scheme: KeyScheme, reference: string, environment: Environment): Promise<Signer> {
  const open = await SIGNERS[scheme]()
  return open(reference, environment)
}
