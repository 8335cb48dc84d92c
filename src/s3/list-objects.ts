import { UserError } from '../core/user-error.ts'
import { textOf } from '../http/text-of.ts'
import type { Bucket } from './bucket.ts'
import { listedKey } from './listed-key.ts'
import { xmlText } from './xml-text.ts'

/** An object as a listing has it. */
export interface ListedObject {
  readonly key: string
  readonly bytes: number
  readonly etag: string
}

const MAX_PAGE_BYTES = 16 * 1024 * 1024
const MAX_OBJECTS = 100_000

/** Every object below a prefix, to the last page (ListObjectsV2), in the order of their keys. */
export async function listObjects(bucket: Bucket, prefix: string): Promise<ListedObject[]> {
  const objects: ListedObject[] = []
  let next: string | undefined
  do {
    const query = {
      'list-type': '2',
      'encoding-type': 'url',
      prefix,
      ...(next === undefined ? {} : { 'continuation-token': next }),
    }
    const { text, whole } = await textOf(
      await bucket.send({ method: 'GET', query, doing: `list ${prefix === '' ? 'everything' : prefix}` }),
      MAX_PAGE_BYTES,
    )
    if (!text.includes('<ListBucketResult'))
      throw new UserError('s3.no-listing', `Expected a listing of the bucket ${bucket.name} but found something else`, {
        hint: 'Check AWS_ENDPOINT_URL: what answers there does not speak S3',
        kind: 'environment',
      })
    for (const [, entry = ''] of text.matchAll(/<Contents>(.*?)<\/Contents>/gs)) objects.push(listed(entry, text))
    if (!whole || objects.length > MAX_OBJECTS)
      throw new UserError('s3.too-many', `Expected at most ${MAX_OBJECTS} objects below ${prefix} but found more`, {
        hint: 'Name the prefix that holds the files alone',
      })
    const following = xmlText(text, 'NextContinuationToken')
    if (following !== undefined && following === next)
      throw new UserError('s3.endless', `Expected the listing of ${prefix} to go on but found the same page again`, {
        hint: 'The store does not list as S3 does: name each object',
        kind: 'environment',
      })
    next = following
  } while (next !== undefined)
  return objects
}

function listed(entry: string, listing: string): ListedObject {
  const key = listedKey(entry, 'Key', listing)
  const bytes = Number(xmlText(entry, 'Size') ?? Number.NaN)
  if (key === '' || !Number.isSafeInteger(bytes))
    throw new UserError('s3.listing', 'Expected every object of a listing to have a key and a size but one has none', {
      hint: 'Name each object',
      kind: 'environment',
    })
  return { key, bytes, etag: xmlText(entry, 'ETag') ?? '' }
}
