import { describe, expect, it } from 'vitest'
import { DEFAULT_KEY_PATHS, keygen } from '../../src/commands/keygen.ts'
import { disk, memoryPorts } from '../core/record/memory.ts'

describe('keygen', () => {
  it('writes a pair that signs and verifies, the private half for its owner only', async () => {
    const files = disk()
    const ports = memoryPorts(files)
    const made = await keygen(DEFAULT_KEY_PATHS, ports)
    expect([...files.keys()]).toEqual(['proofmark.key', 'proofmark.pub'])
    expect([...files.secrets]).toEqual(['proofmark.key'])

    const [privateKey, publicKey] = [
      await ports.files.readText(made.privateKey),
      await ports.files.readText(made.publicKey),
    ]
    expect(await ports.signing.publicKey(privateKey)).toEqual({ pem: publicKey, sha256: made.id })
    const bundle = await ports.signing.sign(new TextEncoder().encode('{}'), 'text/plain', privateKey)
    expect(await ports.signing.verify(bundle, publicKey)).toMatchObject({ payloadType: 'text/plain' })
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
