import type { Identity, Recipient } from 'age-encryption'
import { UserError } from '../../core/user-error.ts'
import type { Environment } from '../../signing/kms/environment.ts'
import { kmsIdentity } from './kms-identity.ts'
import { kmsRecipient } from './kms-recipient.ts'
import { WRAPPING_SCHEMES } from './open-wrapping.ts'

/** The name that a model id goes by in the context of a wrapped file key; services write it into their logs. */
const CONTEXT = 'proofmark-model'

/** A kind of key service that can open and close age files by a key that never leaves it. */
export interface KeyService {
  /** How its URIs begin. */
  readonly scheme: string
  /** @param context the model id that the file is bound to */
  recipient(uri: string, context: string): Promise<Recipient>
  identity(uri: string, context: string | undefined): Promise<Identity>
}

/** Key services whose keys encrypt files for a model. */
export const keyServices = (environment: Environment): readonly KeyService[] =>
  WRAPPING_SCHEMES.map(scheme => ({
    scheme: `${scheme}://`,
    recipient: async (uri, context) => kmsRecipient(uri, { [CONTEXT]: context }, environment),
    async identity(uri, context) {
      if (context !== undefined) return kmsIdentity(uri, { [CONTEXT]: context }, environment)
      throw new UserError('age.context', `Expected the model that a file for ${uri} belongs to but found none`, {
        hint: 'Give the model id, or the certificate: the key service opens the file for its own model only',
      })
    },
  }))
