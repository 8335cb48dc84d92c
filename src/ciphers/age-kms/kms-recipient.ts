import type { Recipient } from 'age-encryption'
import type { Environment } from '../../signing/kms/environment.ts'
import type { KmsOptions } from '../../signing/kms/options.ts'
import { openWrapping } from './open-wrapping.ts'
import { stanzaArguments } from './stanza-type.ts'
import type { WrappingContext } from './wrapping.ts'

/**
 * An age recipient whose key stays in a key service: for `Encrypter.addRecipient`. The file key is bound to the context (the model id),
 * so a file cannot be passed off as another model's. The standard `age` program passes over its stanza and opens the file by another
 * recipient's key.
 */
export const kmsRecipient = (
  uri: string,
  context: WrappingContext,
  environment: Environment,
  options: KmsOptions = {},
): Recipient => ({
  async wrapFileKey(fileKey) {
    const [{ Stanza }, key] = await Promise.all([import('age-encryption'), openWrapping(uri, environment, options)])
    return [new Stanza(stanzaArguments(uri), await key.wrap(fileKey, context))]
  },
})
