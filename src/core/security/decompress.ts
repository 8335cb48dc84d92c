import { bzip2 } from './codecs/bzip2/bzip2.ts'
import { decodeWhole } from './codecs/decoder.ts'
import { lz4 } from './codecs/lz4.ts'
import { lzmaAlone } from './codecs/lzma/lzma-alone.ts'
import { xz } from './codecs/lzma/xz.ts'
import { bombFault } from './codecs/output.ts'
import type { Codec, Decompressed } from './format.ts'
import { type Limits, USUAL_LIMITS } from './limits.ts'

/** Most that one file may decompress to, and what is harmless at any ratio. */
const MAX_BYTES = 2 ** 31 - 1
const HARMLESS_BYTES = 64 * 1024 * 1024

const STREAM_FORMAT = { zlib: 'deflate', gzip: 'gzip', 'deflate-raw': 'deflate-raw' } as const
/**
 * Decoders of our own, which know where a stream ends and verify it: lz4js takes a damaged or cut frame for a whole one, seek-bzip is
 * silent about what follows, and neither of the two nor xz-decompress reads lzma's older format.
 */
const DECODERS = { bzip2, lz4, lzma: lzmaAlone, xz } as const

const isPlatform = (codec: Codec): codec is keyof typeof STREAM_FORMAT => codec in STREAM_FORMAT

/** Most bytes that a stream of this many may decompress to. */
export const budgetFor = (compressed: number, { ratio }: Limits): number =>
  Math.min(MAX_BYTES, Math.max(HARMLESS_BYTES, compressed * ratio))

/** Decompresses one stream that is the whole of the bytes; gives what came before a fault. zstd needs the adapter's. */
export async function decompress(
  codec: Codec,
  bytes: Uint8Array,
  limits: Limits = USUAL_LIMITS,
): Promise<Decompressed> {
  const budget = budgetFor(bytes.length, limits)
  if (isPlatform(codec)) return inflate(STREAM_FORMAT[codec], bytes, budget)
  if (codec === 'zstd') return { bytes: new Uint8Array(), fault: 'nothing at hand decompresses zstd' }
  return decodeWhole(DECODERS[codec], bytes, budget)
}

/** With the platform's `DecompressionStream`, which refuses anything after the stream. */
async function inflate(
  format: (typeof STREAM_FORMAT)[keyof typeof STREAM_FORMAT],
  bytes: Uint8Array,
  budget: number,
): Promise<Decompressed> {
  const chunks: Uint8Array[] = []
  let length = 0
  const stream = new DecompressionStream(format)
  const written = write(stream.writable, bytes)
  try {
    for await (const chunk of stream.readable) {
      length += chunk.length
      if (length > budget) return { bytes: new Uint8Array(), fault: bombFault(budget), limit: 'ratio' }
      chunks.push(chunk)
    }
    await written
    return { bytes: joined(chunks, length) }
  } catch {
    return { bytes: joined(chunks, length), fault: 'it is damaged, cut off or followed by something else' }
  }
}

/** Ends without an error of its own: the reading side has it. */
async function write(writable: DecompressionStream['writable'], bytes: Uint8Array): Promise<void> {
  const writer = writable.getWriter()
  const { buffer, byteOffset, byteLength } = bytes
  try {
    await writer.write(
      buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, byteLength) : new Uint8Array(bytes),
    )
    await writer.close()
  } catch {
    writer.releaseLock()
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
