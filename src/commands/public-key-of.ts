import { isKeyReference, KEY_SCHEMES, KEYLESS } from '../core/record/key-reference.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import { requireNoFile } from './require-no-file.ts'

/** What the key is asked to sign, to learn which key it is: no statement of any kind. */
const SAMPLE = new TextEncoder().encode('proofmark keygen: nothing is stated')

/**
 * Writes the public half of a key in a token or a key service: the half that a signature of its own was verified with, so it cannot be
 * another key's. Overwrites nothing. Returns the id by which certificates name the key.
 */
export async function publicKeyOf(
  address: string,
  path: string,
  { files, signing }: Pick<Ports, 'files' | 'signing'>,
): Promise<{ readonly publicKey: string; readonly id: string }> {
  if (!isKeyReference(address) || address === KEYLESS)
    throw new UserError(
      'keygen.address',
      `Expected the address of a key (${KEY_SCHEMES.join(', ')}) but found ${address}`,
      {
        hint: 'The public half of a key in a file was written beside it, as proofmark.pub',
      },
    )
  await requireNoFile(path, files)
  const signer = await signing.open(address)
  const { key } = await signer.sign(SAMPLE)
  const by = await signing.signatory(key)
  if (key.kind !== 'public-key' || by.kind !== 'key') throw new Error(`${signer.name} has a certificate and no key`)
  await files.write(path, key.pem)
  return { publicKey: path, id: by.sha256 }
}
