import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { fileError } from '../../files/file-error.ts'
import type { Located } from '../../files/locate.ts'

/** Bytes that are read at once, into the same memory. */
const PIECE = 512 * 1024

/** SHA-256 of a file, lower-case hexadecimal. */
export async function digestOf({ name, absolute }: Located): Promise<string> {
  const hash = createHash('sha256')
  try {
    const file = await open(absolute)
    try {
      const piece = new Uint8Array(PIECE)
      for (;;) {
        const { bytesRead } = await file.read(piece, 0, PIECE, null)
        if (bytesRead === 0) break
        hash.update(piece.subarray(0, bytesRead))
      }
    } finally {
      await file.close()
    }
  } catch (cause) {
    throw fileError(name, 'read', cause)
  }
  return hash.digest('hex')
}
