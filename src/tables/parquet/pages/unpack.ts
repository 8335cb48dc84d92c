import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import type { CompressionCodec, Compressors } from 'hyparquet'

type Decompress = (bytes: Uint8Array, limits: { chunkSize: number; maxOutputLength: number }) => Buffer

/** What Node unpacks faster than a library does. */
const NATIVE: Partial<Record<CompressionCodec, Decompress>> = {
  GZIP: gunzipSync,
  ZSTD: zstdDecompressSync,
  BROTLI: brotliDecompressSync,
}
/** The least chunk that Node takes. */
const LEAST = 64

/** Unpacks bytes that must come to so many, into memory that nobody else has; bytes that are not packed are given as they are. */
export function unpackWith(others: Compressors, codec: CompressionCodec) {
  return (bytes: Uint8Array, size: number): Uint8Array => {
    const unpacked = unpack(bytes, size)
    if (unpacked.length !== size) throw new Error(`a page unpacks to ${unpacked.length} bytes, and says ${size}`)
    return unpacked
  }

  function unpack(bytes: Uint8Array, size: number): Uint8Array {
    if (codec === 'UNCOMPRESSED') return bytes
    const native = NATIVE[codec]
    if (native) {
      const unpacked = native(bytes, { chunkSize: Math.max(LEAST, size), maxOutputLength: Math.max(LEAST, size) })
      // Small buffers share their memory with others; and of a Buffer, `slice` would be a view.
      const isAlone = unpacked.buffer.byteLength === unpacked.length
      return isAlone ? new Uint8Array(unpacked.buffer) : new Uint8Array(unpacked)
    }
    const other = others[codec]
    if (!other) throw new Error(`a column is packed by ${codec}, which is not known`)
    return other(bytes, size)
  }
}
