import { readFileSync } from 'node:fs'
import { zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { nodeCodecs } from '../../../../src/codecs/node-codecs.ts'
import { crc32 } from '../../../../src/core/security/codecs/crc32.ts'
import { crc64 } from '../../../../src/core/security/codecs/crc64.ts'
import { xxh32 } from '../../../../src/core/security/codecs/xxh32.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const CHECK = bytes('123456789')
const sample = (codec: string) =>
  readFileSync(new URL(`../../../cases/security/${codec}/model/model.joblib`, import.meta.url))
const { decompress } = nodeCodecs()

describe('checksums', () => {
  it('are those of the catalogue of CRCs for 123456789', () => {
    expect(crc32(CHECK)).toBe(0xcbf43926)
    expect(crc64(CHECK)).toEqual([0xdf1939fa, 0x995dc9bb])
  })

  it.each([
    ['', 0x02cc5d05],
    ['a', 0x550d7456],
    ['Nobody inspects the spammish repetition', 0xe2293b2f],
  ])('xxh32 of %j is that of the reference implementation', (text, hash) => expect(xxh32(bytes(text))).toBe(hash))
})

describe.each(['bzip2', 'xz', 'lzma', 'lz4', 'zstd'] as const)('%s', codec => {
  const whole = sample(codec)

  it('gives the same pickle as every other codec', async () => {
    const { bytes: content, fault } = await decompress(codec, whole)
    expect(fault).toBeUndefined()
    const other = await decompress('zstd', sample('zstd'))
    expect(Buffer.from(content).equals(other.bytes)).toBe(true)
  })

  it('is never taken for whole where a byte is missing at its end, and never throws', async () => {
    for (let length = 0; length < whole.length; length++)
      expect((await decompress(codec, whole.subarray(0, length))).fault, `${length} bytes`).toMatch(/cut off/)
  })

  it('ends, whatever byte of it is another', async () => {
    const original = Buffer.from((await decompress(codec, whole)).bytes)
    for (let at = 0; at < whole.length; at++) {
      const changed = Uint8Array.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 0x55
      const { bytes: content, fault } = await decompress(codec, changed)
      if (fault === undefined && codec !== 'lzma' && codec !== 'lz4') expect(original.equals(content)).toBe(true)
    }
  })
})

it('a zstd frame is the whole of the bytes: Node itself reads the first and is silent about the rest', async () => {
  const frame = zstdCompressSync(bytes('some text'))
  expect((await decompress('zstd', Buffer.concat([frame, frame]))).fault).toMatch(/followed by something else/)
})
