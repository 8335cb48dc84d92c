import { UserError } from '../../core/user-error.ts'
import type { Source } from '../../ports/source.ts'
import type { SourceWorld } from '../source-kind.ts'
import { isReadable } from './is-readable.ts'
import { readUrl } from './read-url.ts'

/** Files of the web, each by its address and the SHA-256 that its bytes must have: the address alone would name other bytes tomorrow. */
export function httpsSource({ second = 1000 }: SourceWorld): Source {
  return {
    async find(name) {
      const [address = '', checksum] = name.split('#', 2)
      if (!URL.canParse(address))
        throw refusal(name, 'an address such as https://host/file#sha256=…', 'Write it in full')
      const url = new URL(address)
      if (!isReadable(url))
        throw refusal(name, 'https', 'What goes over http can be changed on its way: http is for this machine only')
      if (url.username !== '' || url.password !== '')
        throw new UserError('https.credentials', `Expected an address without a password but ${url.host} has one`, {
          hint: 'Settings are read by many: use S3, or fetch the file in a step of its own, with the secret in its environment',
        })
      const sha256 = /^sha256=([0-9a-f]{64})$/.exec(checksum ?? '')?.[1]
      if (sha256 === undefined)
        throw refusal(
          name,
          'the checksum of its bytes, #sha256= and 64 lower-case hexadecimal digits, at its end',
          `Take it from whoever publishes the file, or, if you trust what is there now: curl -sSL '${address}' | sha256sum`,
        )
      return [
        {
          name,
          origin: { kind: 'https', pinned: name },
          bytes: undefined,
          digest: { sha256 },
          read: from => readUrl(url, name, from, second),
        },
      ]
    },
  }
}

const refusal = (name: string, expected: string, hint: string) =>
  new UserError('https.address', `Expected ${expected} but found '${name}'`, { file: name, hint })
