import { UserError } from '../../../core/user-error.ts'
import { type Environment, variable } from '../environment.ts'
import { secretFile } from '../http/secret-file.ts'
import { secureUrl } from '../http/secure-url.ts'

/** A Vault or OpenBao server. */
export interface VaultServer {
  /** Its address, with the slash at the end. */
  readonly base: URL
  readonly headers: Readonly<Record<string, string>>
  /** Its certificate authorities, PEM. */
  readonly ca?: string
}

/** A variable of Vault's, or that of OpenBao with the same end. */
export const vaultVariable = (environment: Environment, end: string): string | undefined =>
  variable(environment, `VAULT_${end}`) ?? variable(environment, `BAO_${end}`)

/** The server that `VAULT_ADDR` names, with `VAULT_NAMESPACE` and `VAULT_CACERT` as Vault's own program has them. */
export async function vaultServer(environment: Environment): Promise<VaultServer> {
  const address = vaultVariable(environment, 'ADDR')
  if (address === undefined)
    throw new UserError('kms.address', 'Expected the address of Vault in VAULT_ADDR but found nothing', {
      kind: 'environment',
      hint: 'Set VAULT_ADDR to https://host:8200',
    })
  const base = secureUrl(address, 'VAULT_ADDR')
  if (!base.pathname.endsWith('/')) base.pathname += '/'
  const namespace = vaultVariable(environment, 'NAMESPACE')
  const ca = vaultVariable(environment, 'CACERT')
  return {
    base,
    headers: {
      accept: 'application/json',
      'x-vault-request': 'true',
      ...(namespace && { 'x-vault-namespace': namespace }),
    },
    ...(ca && { ca: await secretFile(ca, 'VAULT_CACERT') }),
  }
}
