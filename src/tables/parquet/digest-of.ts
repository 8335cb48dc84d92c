import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { fileError } from '../../files/file-error.ts'
import type { Located } from '../../files/locate.ts'

/** Bytes that are read at once. */
const PIECE = 1024 * 1024

/** SHA-256 of a file, lower-case hexadecimal. */
export async function digestOf({ name, absolute }: Located): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(absolute, { highWaterMark: PIECE })) hash.update(chunk)
  } catch (cause) {
    throw fileError(name, 'read', cause)
  }
  return hash.digest('hex')
}
