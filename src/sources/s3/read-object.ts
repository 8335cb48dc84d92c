import { UserError } from '../../core/user-error.ts'
import type { Bucket } from '../../s3/bucket.ts'
import { startOf } from '../start-of.ts'

export interface ObjectPart {
  /** For messages. */
  readonly name: string
  readonly key: string
  readonly versionId: string | undefined
  /** What the object must still have; undefined where its version says enough. */
  readonly etag: string | undefined
  /** First byte. */
  readonly from: number
}

/** An object's bytes from one on, as long as it is still the one that was found. */
export async function readObject(objects: Bucket, { name, key, versionId, etag, from }: ObjectPart) {
  const { status, headers, body } = await objects.send({
    method: 'GET',
    key,
    ...(versionId === undefined ? {} : { query: { versionId } }),
    headers: {
      ...(from === 0 ? {} : { range: `bytes=${from}-` }),
      ...(etag === undefined ? {} : { 'if-match': etag }),
    },
    doing: `read ${key}`,
    accepts: [206, 412],
  })
  if (status !== 412 && (etag === undefined || headers.etag === etag))
    return { from: status === 206 ? startOf(headers['content-range'], from) : 0, bytes: body }
  body.destroy()
  throw new UserError('source.changed', `Expected ${name} to stay the same while it is read but it was written again`, {
    file: name,
    kind: 'environment',
    hint: 'Run it again once nobody writes there; with versions in the bucket, name one: ?versionId=…',
  })
}
