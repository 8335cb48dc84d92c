import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { unpackWith } from '../../../src/tables/parquet/pages/unpack.ts'

const PACKERS = { GZIP: gzipSync, ZSTD: zstdCompressSync, BROTLI: brotliCompressSync } as const

describe.each(['GZIP', 'ZSTD', 'BROTLI'] as const)('%s', codec => {
  const unpack = unpackWith({}, codec)

  it.each([0, 1, 63, 64, 5000, 100_000])('unpacks %d bytes into memory that is nobody else’s', size => {
    const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 7919) >> 3)
    const unpacked = unpack(PACKERS[codec](bytes), size)
    expect(unpacked).toEqual(bytes)
    expect(unpacked.buffer.byteLength).toBe(size)
    // Of a Buffer it would be the same memory.
    expect(unpacked.slice().buffer).not.toBe(unpacked.buffer)
  })

  it('refuses what unpacks to more or fewer bytes than are said, and unpacks no more than those', () => {
    const packed = PACKERS[codec](new Uint8Array(10_000_000))
    expect(() => unpack(packed, 1000)).toThrow(/larger than 1000 bytes|unpacks to/)
    expect(() => unpack(PACKERS[codec](new Uint8Array(10)), 11)).toThrow('a page unpacks to 10 bytes, and says 11')
    expect(() => unpack(PACKERS[codec](new Uint8Array(11)), 10)).toThrow('a page unpacks to 11 bytes, and says 10')
  })
})

describe('other codecs', () => {
  it('are unpacked by who knows them, and refused where nobody does', () => {
    const unpack = unpackWith({ SNAPPY: () => Uint8Array.of(1, 2) }, 'SNAPPY')
    expect(unpack(new Uint8Array(0), 2)).toEqual(Uint8Array.of(1, 2))
    expect(() => unpack(new Uint8Array(0), 3)).toThrow('a page unpacks to 2 bytes, and says 3')
    expect(() => unpackWith({}, 'LZO')(new Uint8Array(0), 0)).toThrow('packed by LZO, which is not known')
  })
})
