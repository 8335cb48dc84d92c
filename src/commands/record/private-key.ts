import type { Settings } from '../../core/settings/schema.ts'
import { UserError } from '../../core/user-error.ts'
import type { Ports } from '../../ports.ts'

const MAX_KEY_BYTES = 64 * 1024

/** The private key, PEM: the text given, else the file that the settings name. */
export async function privateKeyOf(given: string | undefined, settings: Settings, { files }: Ports): Promise<string> {
  if (given !== undefined && given.trim() !== '') return given
  if (settings.record.key !== undefined) return files.readText(settings.record.key, { maxBytes: MAX_KEY_BYTES })
  throw new UserError('record.key-missing', 'Expected a private key to sign the decision with but found none', {
    hint: 'Make a key pair with `proofmark keygen` and give its private half as the key',
  })
}
