import { createHash } from 'node:crypto'
import type { ByteReader } from './byte-source.ts'

/** A reader that takes the digest of what it reads. */
export interface HashedReader extends ByteReader {
  /** SHA-256, lower-case hexadecimal, and the number of bytes; only after the last of them. */
  digest(): { readonly sha256: string; readonly bytes: number }
}

/** Takes the SHA-256 of everything that is read. */
export function hashedReader(reader: ByteReader): HashedReader {
  const hash = createHash('sha256')
  let bytes = 0
  return {
    async read(target) {
      const read = await reader.read(target)
      hash.update(target.subarray(0, read))
      bytes += read
      return read
    },
    close: () => reader.close(),
    digest: () => ({ sha256: hash.digest('hex'), bytes }),
  }
}
