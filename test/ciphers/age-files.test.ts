import { generateX25519Identity, identityToRecipient, Stanza } from 'age-encryption'
import { beforeAll, expect, it } from 'vitest'
import { ageFiles } from '../../src/ciphers/age-files.ts'
import type { KeyService } from '../../src/ciphers/age-kms/key-services.ts'
import { UserError } from '../../src/core/user-error.ts'

/** A key service that wraps a file key by its context, as a real one binds it. */
const service: KeyService = {
  scheme: 'testkms://',
  recipient: async (uri, context) => ({
    wrapFileKey: fileKey => [new Stanza(['test-kms', uri.length.toString()], mixed(fileKey, context))],
  }),
  identity: async (_, context = '') => ({
    unwrapFileKey(stanzas) {
      const stanza = stanzas.find(({ args }) => args[0] === 'test-kms')
      return stanza ? mixed(stanza.body, context) : null
    },
  }),
}
const mixed = (bytes: Uint8Array, context: string) =>
  bytes.map((byte, i) => byte ^ (context.charCodeAt(i % context.length) || 0))

const age = ageFiles(async () => [service])
const hello = new TextEncoder().encode('hello')
let escrow: string
let recipient: string
beforeAll(async () => {
  escrow = await generateX25519Identity()
  recipient = await identityToRecipient(escrow)
})

it('a file for a key service and an escrow key opens with either, and by the service for its own model only', async () => {
  const file = await age.encrypt(hello, ['testkms://key', recipient], 'model-a')
  expect(await age.decrypt(file, [escrow], undefined)).toEqual(hello)
  expect(await age.decrypt(file, ['testkms://key'], 'model-a')).toEqual(hello)
  await expect(age.decrypt(file, ['testkms://key'], 'model-b')).rejects.toMatchObject({ code: 'encryption.damaged' })
})

it('a scheme that no key service has is refused', async () => {
  await expect(age.encrypt(hello, ['otherkms://key', recipient], 'm')).rejects.toMatchObject({
    code: 'encryption.scheme',
    hint: 'Give one that begins with testkms://, or age1…',
  })
})

it.each([
  ['age1…', false],
  ['keys/escrow.pub', false],
  ['C:\\keys\\escrow.pub', false],
  ['awskms:///alias/x', true],
  ['gcpkms://projects/x', true],
])('%s names a key in a service: %s', (name, is) => {
  expect(age.isKeyService(name)).toBe(is)
})

it('an identity that cannot be read is never repeated', async () => {
  const file = await age.encrypt(hello, [recipient], '')
  const wrong = escrow.slice(0, -1)
  const error = await age.decrypt(file, [wrong], undefined).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(UserError)
  expect(JSON.stringify([error instanceof Error && error.message, error])).not.toContain(wrong)
})

it('salts differ', () => {
  expect(age.random(32)).toHaveLength(32)
  expect(age.random(32)).not.toEqual(age.random(32))
})
