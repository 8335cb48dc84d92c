import { createReadStream } from 'node:fs'
import type { Located } from '../files/locate.ts'

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])

/** The 1-based line on which a byte stands, its offset counted after the byte order mark. Reads the file again: only for an error's place. */
export async function lineAt(located: Located, offset: number): Promise<number> {
  let line = 1
  let left = offset
  let first = true
  for await (const chunk of createReadStream(located.absolute)) {
    if (first && BYTE_ORDER_MARK.equals(chunk.subarray(0, 3))) left += 3
    first = false
    for (let at = chunk.indexOf('\n'); at >= 0 && at < left; at = chunk.indexOf('\n', at + 1)) line += 1
    left -= chunk.length
    if (left <= 0) break
  }
  return line
}
