import { createZstdDecompress } from 'node:zlib'
import { bombFault } from '../core/security/codecs/output.ts'
import type { Decompressed } from '../core/security/format.ts'

/** Decompresses one zstd frame that is the whole of the bytes (RFC 8878); gives what came before a fault. */
export function zstd(bytes: Uint8Array, budget: number): Promise<Decompressed> {
  return new Promise(resolve => {
    const chunks: Buffer[] = []
    let length = 0
    const stream = createZstdDecompress()
    const done = (fault?: string, limit?: 'ratio') => {
      stream.destroy()
      const content = new Uint8Array(Buffer.concat(chunks))
      resolve({ bytes: content, ...(fault !== undefined && { fault }), ...(limit && { limit }) })
    }
    stream.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > budget) return done(bombFault(budget), 'ratio')
      chunks.push(chunk)
    })
    stream.on('error', () => done('it is damaged or cut off'))
    stream.on('end', () => {
      const rest = bytes.length - stream.bytesWritten
      done(rest === 0 ? undefined : `it is followed by something else (${rest} bytes)`)
    })
    stream.end(bytes)
  })
}
