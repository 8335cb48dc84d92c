import { UserError } from '../../../core/user-error.ts'

/** Reads `hashivault://NAME`, as cosign writes a key of the transit engine: its name. */
export function vaultReference(uri: string): string {
  const name = /^hashivault:\/\/(\w(?:[\w.-]{0,125}\w)?)$/.exec(uri)?.[1]
  if (name !== undefined) return name
  throw new UserError('kms.reference', `Expected a key of Vault's transit engine but found '${uri.slice(0, 200)}'`, {
    hint: 'Write it as hashivault://NAME; the address goes into VAULT_ADDR',
  })
}
