import { isKeyReference, KEYLESS } from '../core/record/key-reference.ts'
import { keylessProfile } from '../core/record/keyless-profile.ts'
import { readBundle } from '../core/record/statement/bundle.ts'
import type { Envelope } from '../core/record/statement/envelope.ts'
import { STATEMENT_PAYLOAD } from '../core/record/statement/identifiers.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { Signer, SigningKey } from '../ports/signer.ts'
import type { Ports } from '../ports.ts'

const MAX_KEY_BYTES = 64 * 1024

/** A signed statement. */
export interface Sealed {
  /** The Sigstore bundle, JSON text. */
  readonly bundle: string
  /** The same signature without what verifies it. */
  readonly envelope: Envelope
  readonly key: SigningKey
}

/**
 * Signs the bytes of a statement. `witnessed`: the time-stamp and the log entry that the settings ask for come with it; a signature by a
 * workflow has them always, because its key lives for one signature only.
 */
export type Seal = (payload: Uint8Array, as?: { readonly witnessed: boolean }) => Promise<Sealed>

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
    return async (payload, { witnessed } = { witnessed: true }) => {
      const used: SigningKey[] = []
      const noted: Signer = {
        name: signer.name,
        async sign(data) {
          const made = await signer.sign(data)
          used.push(made.key)
          return made
        },
      }
      const asked = witnessed || profile !== undefined ? options : {}
      return sealed(await signing.seal(payload, STATEMENT_PAYLOAD, noted, asked), used[0])
    }
  }
  if (isKeyReference(reference)) return seal(reference)
  const text = await files.readText(reference, { maxBytes: MAX_KEY_BYTES })
  return seal(requirePem(text, reference))
}

function sealed(bundle: string, key: SigningKey | undefined): Sealed {
  const read = readBundle(bundle)
  if ('reason' in read || key === undefined) throw new Error('reason' in read ? read.reason : 'Nothing was signed')
  const { payload, payloadType, signatures } = read.bundle.dsseEnvelope
  const [{ sig, keyid = '' }] = signatures
  return { bundle, envelope: { payload, payloadType, signatures: [{ sig, keyid }] }, key }
}

/** A key file holds a key: that it were an address or `keyless` would sign with something the settings do not name. */
function requirePem(text: string, file: string): string {
  if (text.includes('-----BEGIN')) return text
  throw new UserError('signing.key-not-private', `Expected a private key in PEM but found none in ${file}`, {
    file,
    hint: 'Make a key pair with `proofmark keygen`',
  })
}
