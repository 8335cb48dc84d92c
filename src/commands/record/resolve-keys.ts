import { UserError } from '../../core/user-error.ts'
import type { Ports } from '../../ports.ts'

const MAX_KEYS_BYTES = 64 * 1024

/** Recipients, or identities, named as text, as a key in a key service or as a file of such lines, where `#` begins a comment; each once. */
export async function resolveKeys(
  named: readonly string[],
  isText: (name: string) => boolean,
  { files, encryption }: Ports,
): Promise<string[]> {
  const keys: string[] = []
  for (const name of named) {
    if (isText(name) || encryption.isKeyService(name)) keys.push(name)
    else keys.push(...linesOf(await files.readText(name, { maxBytes: MAX_KEYS_BYTES })))
  }
  return [...new Set(keys)]
}

/** The recipients to encrypt to. Fewer than two are refused: what one lost key has locked, nobody opens again. */
export async function resolveRecipients(named: readonly string[], ports: Ports): Promise<string[]> {
  const recipients = await resolveKeys(named, name => /^age1[^/]*$/.test(name), ports)
  if (recipients.length >= 2) return recipients
  throw new UserError(
    'record.recipients',
    `Expected at least two different recipients under record.encrypt.recipients but found ${recipients.length}`,
    { hint: 'Add one whose identity is kept apart, offline, for recovery: age-keygen makes a pair' },
  )
}

const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
