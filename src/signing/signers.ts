import type { KeyScheme } from '../core/record/key-reference.ts'
import { UserError } from '../core/user-error.ts'
import type { Signer } from '../ports/signer.ts'

/** Environment variables: where key services look for who asks. */
export type Environment = Readonly<Record<string, string | undefined>>

type OpenSigner = (reference: string, environment: Environment) => Promise<Signer>

/** What opens a key by its address: one line each, loaded when it is asked for. */
const SIGNERS: Partial<Record<KeyScheme, OpenSigner>> = {}

/** The signer behind a key's address. */
export async function openAddress(scheme: KeyScheme, reference: string, environment: Environment): Promise<Signer> {
  const open = SIGNERS[scheme]
  if (open) return open(reference, environment)
  throw new UserError('signing.key-address', `Expected the address of a key that can be opened but found ${scheme}`, {
    hint: 'Give the path of a private key in PEM; `proofmark keygen` makes one',
  })
}
