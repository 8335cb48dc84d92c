import { createHash } from 'node:crypto'
import { UserError } from '../../core/user-error.ts'
import type { Bucket } from './bucket.ts'

const MAX_LISTING_BYTES = 16 * 1024 * 1024
const MAX_OBJECTS = 100_000

/** SHA-256 of every object below a prefix, by what follows the prefix: listed to the end, and each read back whole. */
export async function storedObjects(bucket: Bucket, prefix: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const key of await keysBelow(bucket, prefix)) {
    const { response } = await bucket.send({ method: 'GET', key, doing: `read ${key}` })
    const sha256 = createHash('sha256')
    if (response.body) for await (const piece of response.body) sha256.update(piece)
    files.set(key.slice(prefix.length), sha256.digest('hex'))
  }
  return files
}

async function keysBelow(bucket: Bucket, prefix: string): Promise<string[]> {
  const keys: string[] = []
  let next: string | undefined
  do {
    const page = {
      'list-type': '2',
      'encoding-type': 'url',
      prefix,
      ...(next === undefined ? {} : { 'continuation-token': next }),
    }
    const { response } = await bucket.send({ method: 'GET', query: page, doing: `list ${prefix}` })
    const text = await response.text()
    if (text.length > MAX_LISTING_BYTES || keys.length > MAX_OBJECTS)
      throw new UserError('s3.too-many', `Expected at most ${MAX_OBJECTS} objects below ${prefix} but found more`, {
        hint: 'Name the prefix that holds the model alone',
      })
    // Keys are URL-encoded as we asked, so no entity of XML's is in them.
    for (const [, key = ''] of text.matchAll(/<Key>([^<]*)<\/Key>/g))
      keys.push(decodeURIComponent(key.replaceAll('+', ' ')))
    next = unescaped(/<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(text)?.[1])
  } while (next !== undefined)
  return keys
}

const unescaped = (text: string | undefined) =>
  text?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
