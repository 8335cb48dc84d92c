import type { Codec, Decompressed } from './format.ts'

/** Most that one file may decompress to, and how many times its own size beyond what is harmless at any ratio. */
const MAX_BYTES = 2 ** 31 - 1
const HARMLESS_BYTES = 64 * 1024 * 1024
const MAX_RATIO = 100

const STREAM_FORMAT = { zlib: 'deflate', gzip: 'gzip' } as const

/** Decompresses with the platform's `DecompressionStream`, which refuses anything after the stream; gives what came before a fault. */
export async function decompress(codec: Codec, bytes: Uint8Array): Promise<Decompressed> {
  const budget = Math.min(MAX_BYTES, Math.max(HARMLESS_BYTES, bytes.length * MAX_RATIO))
  const chunks: Uint8Array[] = []
  let length = 0
  const stream = new DecompressionStream(STREAM_FORMAT[codec])
  const written = write(stream.writable, bytes)
  try {
    for await (const chunk of stream.readable) {
      length += chunk.length
      if (length > budget)
        return { bytes: new Uint8Array(), fault: `it holds more than ${budget} bytes, as a bomb does` }
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
