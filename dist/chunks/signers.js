/** What opens a key by its address: one line each, loaded when it is asked for. */
const SIGNERS                                                         = {
  'pkcs11:': async () => (await import('./open-pkcs11.js')).openPkcs11,
  'awskms://': async () => (await import('./open-aws-kms.js')).openAwsKms,
  'gcpkms://': async () => (await import('./open-gcp-kms.js')).openGcpKms,
  'azurekms://': async () => (await import('./open-azure-kms.js')).openAzureKms,
  'hashivault://': async () => (await import('./open-vault-transit.js')).openVaultTransit,
};

/** The signer behind a key's address. */
async function openAddress(scheme           , reference        , environment             )                  {
  const open = await SIGNERS[scheme]();
  return open(reference, environment)
}

export { openAddress };
