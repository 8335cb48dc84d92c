import { createPublicKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { DEFAULT_KEY_PATHS, keygen } from '../../src/commands/keygen.ts'
import { publicKeyOf } from '../../src/commands/public-key-of.ts'
import { KEY_KINDS } from '../../src/core/record/key-pair.ts'
import { trustInKey } from '../../src/core/record/trust/trust-in-key.ts'
import { disk, memoryPorts } from '../core/record/memory.ts'

describe('keygen', () => {
  it.each(KEY_KINDS)('writes a pair (%s) that signs and verifies, the private half for its owner only', async kind => {
    const files = disk()
    const ports = memoryPorts(files)
    const made = await keygen(DEFAULT_KEY_PATHS, ports, kind)
    expect([...files.keys()]).toEqual(['proofmark.key', 'proofmark.pub'])
    expect([...files.secrets]).toEqual(['proofmark.key'])

    const [privateKey, publicKey] = [
      await ports.files.readText(made.privateKey),
      await ports.files.readText(made.publicKey),
    ]
    expect(await ports.signing.publicKey(privateKey)).toEqual({ pem: publicKey, sha256: made.id })
    expect(createPublicKey(publicKey).asymmetricKeyType).toBe(kind === 'p256' ? 'ec' : kind)
    const signer = await ports.signing.open(privateKey)
    const bundle = await ports.signing.seal(new TextEncoder().encode('{}'), 'text/plain', signer)
    expect(await ports.signing.verify(bundle, trustInKey(publicKey, 'ours'))).toMatchObject({
      payloadType: 'text/plain',
      signedBy: { kind: 'key', name: 'ours', sha256: made.id },
    })
  })

  it.each(['proofmark.key', 'proofmark.pub'])('leaves everything as it is where %s exists', async name => {
    const files = disk({ [name]: 'precious' })
    await expect(keygen(DEFAULT_KEY_PATHS, memoryPorts(files))).rejects.toMatchObject({
      code: 'keygen.exists',
      message: `Expected no file at ${name} but found one`,
    })
    expect([...files.keys()]).toEqual([name])
  })
})

describe('the public half of a key that is elsewhere', () => {
  it.each(['proofmark.key', 'keyless'])('is not asked of %s, which is no such key', async address => {
    const files = disk()
    await expect(publicKeyOf(address, 'proofmark.pub', memoryPorts(files))).rejects.toMatchObject({
      code: 'keygen.address',
      message: expect.stringContaining(`but found ${address}`),
    })
    expect([...files.keys()]).toEqual([])
  })
})
