import { isKeyReference, KEYLESS } from '../core/record/key-reference.ts'
import { keylessProfile } from '../core/record/keyless-profile.ts'
import { STATEMENT_PAYLOAD } from '../core/record/statement/identifiers.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'

const MAX_KEY_BYTES = 64 * 1024

/** Signs a statement; its bytes are made once: what is signed is what is stored. */
export type Seal = (statement: object) => Promise<string>

/**
 * Opens what signs, by the settings: the text of a private key, or what `record.key` names. A key of one's own is entered in no public
 * log; a workflow's signature in the one that its settings name.
 */
export async function openSeal(
  { record }: Pick<Settings, 'record'>,
  privateKey: string | undefined,
  { files, signing }: Pick<Ports, 'files' | 'signing'>,
): Promise<Seal> {
  const reference = privateKey !== undefined && privateKey.trim() !== '' ? privateKey : record.key
  if (reference === undefined)
    throw new UserError('record.key-missing', 'Expected a private key to sign the decision with but found none', {
      hint: 'Make a key pair with `proofmark keygen` and give its private half as the key',
    })
  const seal = async (key: string): Promise<Seal> => {
    const profile = key === KEYLESS ? keylessProfile(record) : undefined
    const signer = await signing.open(key, { keyless: profile })
    const options = {
      timestampAuthority: profile?.timestampAuthority ?? record['timestamp-authority'],
      rekor: profile?.rekor,
    }
    return statement =>
      signing.seal(new TextEncoder().encode(JSON.stringify(statement)), STATEMENT_PAYLOAD, signer, options)
  }
  if (isKeyReference(reference)) return seal(reference)
  const text = await files.readText(reference, { maxBytes: MAX_KEY_BYTES })
  return seal(requirePem(text, reference))
}

/** A key file holds a key: that it were an address or `keyless` would sign with something the settings do not name. */
function requirePem(text: string, file: string): string {
  if (text.includes('-----BEGIN')) return text
  throw new UserError('signing.key-not-private', `Expected a private key in PEM but found none in ${file}`, {
    file,
    hint: 'Make a key pair with `proofmark keygen`',
  })
}
