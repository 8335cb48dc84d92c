import { randomBytes } from 'node:crypto'
import { UserError } from '../core/user-error.ts'
import type { Encryption } from '../ports/encryption.ts'
import type { KeyService } from './age-kms/key-services.ts'

/** Encrypts with typage, which is loaded with the first file; so are the key services, with the first key of one. */
export function ageFiles(keyServices: () => Promise<readonly KeyService[]> = async () => []): Encryption {
  async function serviceOf(uri: string): Promise<KeyService> {
    const services = await keyServices()
    const service = services.find(({ scheme }) => uri.startsWith(scheme))
    if (service) return service
    throw new UserError('encryption.scheme', `Expected a key that can encrypt but found ${shortened(uri)}`, {
      hint: `Give one that begins with ${services.map(({ scheme }) => scheme).join(', ')}, or age1…`,
    })
  }
  return {
    isKeyService,

    async encrypt(content, recipients, context) {
      const { Encrypter } = await import('age-encryption')
      const encrypter = new Encrypter()
      for (const name of recipients) {
        if (isKeyService(name)) encrypter.addRecipient(await (await serviceOf(name)).recipient(name, context))
        else add(() => encrypter.addRecipient(name), `a recipient such as age1… but found ${shortened(name)}`)
      }
      return encrypter.encrypt(content)
    },

    async decrypt(file, identities, context) {
      const { Decrypter } = await import('age-encryption')
      const decrypter = new Decrypter()
      for (const name of identities) {
        if (isKeyService(name)) decrypter.addIdentity(await (await serviceOf(name)).identity(name, context))
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

/** Keys in services are named by URIs; nothing else of ours has a scheme. */
const isKeyService = (name: string) => /^[a-z][a-z0-9]*:\/\//.test(name)

const shortened = (name: string) => (name.length > 24 ? `${name.slice(0, 21)}…` : name)
