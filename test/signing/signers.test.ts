import { expect, test } from 'vitest'
import type { KeyScheme } from '../../src/core/record/key-reference.ts'
import { openAddress } from '../../src/signing/signers.ts'
import { refusal } from './kms/refusal.ts'

test.each([
  ['pkcs11:', 'pkcs11:token=a;object=b', 'kms.module (environment): Expected the PKCS#11 module of the token'],
  ['awskms://', 'awskms:///alias/a', 'kms.region (environment): Expected the region of awskms:///alias/a'],
  [
    'gcpkms://',
    'gcpkms://projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1',
    'kms.no-credentials (environment): Expected credentials for Google Cloud',
  ],
  [
    'azurekms://',
    'azurekms://acme.vault.azure.net/certify',
    'kms.no-credentials (environment): Expected credentials for Azure',
  ],
  ['hashivault://', 'hashivault://certify', 'kms.address (environment): Expected the address of Vault in VAULT_ADDR'],
] satisfies [KeyScheme, string, string][])('%s is opened by its own service', async (scheme, uri, told) => {
  expect((await refusal(() => openAddress(scheme, uri, {}))).slice(0, told.length)).toBe(told)
})
