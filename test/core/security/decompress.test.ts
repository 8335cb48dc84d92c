import { deflateSync, gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { decompress } from '../../../src/core/security/decompress.ts'

const MEBIBYTE = 1024 * 1024
const content = Buffer.from('some bytes, '.repeat(1000))

it.each([
  ['zlib', deflateSync],
  ['gzip', gzipSync],
] as const)('%s gives what was compressed, and nothing but a whole stream', async (codec, compress) => {
  const whole = compress(content)
  expect(await decompress(codec, whole)).toEqual({ bytes: new Uint8Array(content) })
  expect((await decompress(codec, whole.subarray(0, -3))).fault).toMatch(/damaged, cut off/)
  expect((await decompress(codec, Buffer.concat([whole, whole]))).fault).toMatch(/followed by something else/)
  expect((await decompress(codec, Buffer.from('no stream at all'))).fault).toMatch(/damaged/)
  expect((await decompress(codec, new Uint8Array())).fault).toMatch(/damaged/)
})

it('gives what came before a fault', async () => {
  const broken = Buffer.from(deflateSync(Buffer.concat([content, Buffer.alloc(100_000)]), { level: 0 }))
  const { bytes, fault } = await decompress('zlib', broken.subarray(0, 80_000))
  expect(fault).toMatch(/damaged, cut off/)
  expect(Buffer.from(bytes.subarray(0, content.length)).equals(content)).toBe(true)
})

it('ends at a budget of 64 MiB or a hundred times the size, whichever is more', async () => {
  const small = await decompress('zlib', deflateSync(Buffer.alloc(60 * MEBIBYTE)))
  expect(small.fault).toBeUndefined()
  const bomb = await decompress('zlib', deflateSync(Buffer.alloc(80 * MEBIBYTE)))
  expect(bomb.fault).toMatch(/more than 67 108 864 bytes, as a bomb does/)
  expect(bomb.bytes).toHaveLength(0)
})

it('reads a view into a larger buffer', async () => {
  const padded = Buffer.concat([Buffer.from('before'), deflateSync(content), Buffer.from('after')])
  expect((await decompress('zlib', padded.subarray(6, -5))).bytes).toEqual(new Uint8Array(content))
})
