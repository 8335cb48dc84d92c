import type { Identity } from 'age-encryption'
import { UserError } from '../../core/user-error.ts'
import type { Environment } from '../../signing/kms/environment.ts'
import type { KmsOptions } from '../../signing/kms/options.ts'
import { openWrapping } from './open-wrapping.ts'
import { stanzaArguments } from './stanza-type.ts'
import type { WrappingContext } from './wrapping.ts'

/** Bytes of an age file key (C2SP age). */
const FILE_KEY = 16
/** Most that a wrapped file key may have, in bytes. */
const LARGEST = 4096

/** The identity that opens what `kmsRecipient` was given the same reference and context for. Stanzas for other keys are passed over: where a file points to is not asked. */
export const kmsIdentity = (
  uri: string,
  context: WrappingContext,
  environment: Environment,
  options: KmsOptions = {},
): Identity => ({
  async unwrapFileKey(stanzas) {
    const wanted = stanzaArguments(uri).join(' ')
    const stanza = stanzas.find(({ args }) => args.join(' ') === wanted)
    if (stanza === undefined) return null
    if (stanza.body.length > LARGEST) throw otherFile(uri)
    const key = await openWrapping(uri, environment, options)
    const fileKey = await key.unwrap(stanza.body, context).catch((cause: unknown) => {
      throw cause instanceof UserError && cause.code === 'kms.refused' ? otherFile(uri, cause) : cause
    })
    if (fileKey.length !== FILE_KEY) throw otherFile(uri)
    return fileKey
  },
})

const otherFile = (uri: string, cause?: unknown) =>
  new UserError('age.context', `Expected ${uri} to unwrap the file key for this model but it refuses`, {
    hint: 'The file was encrypted for another model, or was changed: take the file that belongs to this certificate',
    cause,
  })
