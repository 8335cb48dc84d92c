import { UserError } from '../../../core/user-error.ts'
import { isLoopback } from '../http/secure-url.ts'

/** A key of Azure Key Vault or Managed HSM. */
export interface AzureReference {
  /** Address of the vault, with the slash at the end. */
  readonly vault: URL
  readonly name: string
  readonly version: string | undefined
  /** What tokens are asked for: the vault's cloud. */
  readonly scope: string
}

/** Domains of vaults, in the clouds there are: a token is sent to none but these. */
const DOMAINS = ['vault.azure.net', 'managedhsm.azure.net', 'vault.azure.cn', 'vault.usgovcloudapi.net']

/** Reads `azurekms://VAULT.vault.azure.net/NAME` and `…/NAME/VERSION`, as cosign writes them. */
export function azureReference(uri: string): AzureReference {
  const [, host = '', name, version] =
    /^azurekms:\/\/([a-z0-9.-]+(?::\d{1,5})?)\/([0-9a-zA-Z-]{1,127})(?:\/([0-9a-zA-Z]{1,64}))?$/i.exec(uri) ?? []
  const domain = host.split('.').slice(1).join('.').toLowerCase()
  const local = isLoopback(host.replace(/:\d+$/, ''))
  if (name !== undefined && (local || DOMAINS.includes(domain)))
    return {
      vault: new URL(`${local ? 'http' : 'https'}://${host}/`),
      name,
      version,
      scope: `https://${local ? DOMAINS[0] : domain}/.default`,
    }
  throw new UserError('kms.reference', `Expected a key of Azure Key Vault but found '${uri.slice(0, 200)}'`, {
    hint: 'Write it as azurekms://VAULT.vault.azure.net/NAME or azurekms://VAULT.vault.azure.net/NAME/VERSION',
  })
}
