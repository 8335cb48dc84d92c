import { randomBytes } from 'node:crypto'
import type { Identity, Recipient } from 'age-encryption'
import { UserError } from '../core/user-error.ts'
import type { Encryption } from '../ports/encryption.ts'

/** A kind of key service that can open and close age files by a key that never leaves it. */
interface KeyService {
  /** How its URIs begin. */
  readonly scheme: string
  recipient(uri: string, context: string): Promise<Recipient>
  identity(uri: string, context: string | undefined): Promise<Identity>
}

/** Key services that keep recipients. */
const KEY_SERVICES: readonly KeyService[] = []

/** Encrypts with typage, which is loaded with the first file. */
export function ageFiles(services: readonly KeyService[] = KEY_SERVICES): Encryption {
  const serviceOf = (name: string) => services.find(({ scheme }) => name.startsWith(scheme))
  return {
    isKeyService: name => serviceOf(name) !== undefined,

    async encrypt(content, recipients, context) {
      const { Encrypter } = await import('age-encryption')
      const encrypter = new Encrypter()
      for (const name of recipients) {
        const service = serviceOf(name)
        if (service) encrypter.addRecipient(await service.recipient(name, context))
        else add(() => encrypter.addRecipient(name), `a recipient such as age1… but found ${shortened(name)}`)
      }
      return encrypter.encrypt(content)
    },

    async decrypt(file, identities, context) {
      const { Decrypter } = await import('age-encryption')
      const decrypter = new Decrypter()
      for (const name of identities) {
        const service = serviceOf(name)
        if (service) decrypter.addIdentity(await service.identity(name, context))
        // An identity is a secret: no message repeats it.
        else add(() => decrypter.addIdentity(name), 'an identity such as AGE-SECRET-KEY-1… but found another line')
      }
      try {
        return await decrypter.decrypt(file)
      } catch (cause) {
        if (cause instanceof UserError) throw cause
        throw unreadable(cause)
      }
    },

    random: bytes => new Uint8Array(randomBytes(bytes)),
  }
}

function add(to: () => void, expected: string): void {
  try {
    to()
  } catch (cause) {
    throw new UserError('encryption.key', `Expected ${expected}`, {
      hint: 'age-keygen makes a pair: an identity to keep, a recipient to give away',
      cause,
    })
  }
}

function unreadable(cause: unknown): UserError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return /no identity matched/.test(why)
    ? new UserError('encryption.not-for-us', 'Expected a file encrypted to this identity but found one for others', {
        hint: 'Give the identity of one of the recipients that the settings named when it was made',
        cause,
      })
    : new UserError('encryption.damaged', `Expected an age file as it was written but ${why}`, {
        hint: 'Fetch it again: it was cut off, changed, or is no age file',
        cause,
      })
}

const shortened = (name: string) => (name.length > 24 ? `${name.slice(0, 21)}…` : name)
