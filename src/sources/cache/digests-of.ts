import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Digests } from './cache.ts'

const PIECE = 1024 * 1024

/** SHA-256 and MD5 of a file, in one pass. */
export async function digestsOf(path: string): Promise<Digests> {
  const sha256 = createHash('sha256')
  const md5 = createHash('md5')
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
    sha256.update(piece)
    md5.update(piece)
  }
  return { sha256: sha256.digest('hex'), md5: md5.digest('hex') }
}
