import { createHash } from 'node:crypto'
import type { Bucket } from '../../s3/bucket.ts'
import { listObjects } from '../../s3/list-objects.ts'

/** SHA-256 of every object below a prefix, by what follows the prefix: listed to the end, and each read back whole. */
export async function storedObjects(bucket: Bucket, prefix: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const { key } of await listObjects(bucket, prefix)) {
    const { body } = await bucket.send({ method: 'GET', key, doing: `read ${key}` })
    const sha256 = createHash('sha256')
    for await (const piece of body) sha256.update(piece)
    files.set(key.slice(prefix.length), sha256.digest('hex'))
  }
  return files
}
