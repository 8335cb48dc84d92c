import { UserError } from '../../core/user-error.ts'
import type { Bucket } from '../../s3/bucket.ts'

/** What a store says of an object before it is read. */
export interface ObjectState {
  readonly key: string
  readonly bytes: number
  readonly etag: string
  readonly modified: string
  /** Undefined where the bucket keeps no versions. */
  readonly versionId: string | undefined
  /** Of the whole object, where whoever wrote it asked the store to keep one; lower-case hexadecimal. */
  readonly sha256: string | undefined
}

/** Answers to HEAD have no body that says why; the same is asked by GET then. */
const REFUSALS = [301, 307, 400, 401, 403, 404, 405, 412]

/** Asks for an object by HEAD; undefined where there is none of that key. */
export async function objectState(objects: Bucket, key: string): Promise<ObjectState | undefined> {
  const doing = `read ${key}`
  const headers = { 'x-amz-checksum-mode': 'ENABLED' }
  const { status, headers: told, body } = await objects.send({ method: 'HEAD', key, headers, doing, accepts: REFUSALS })
  body.destroy()
  if (status !== 200) return explained(objects, key, status)
  const bytes = Number(told['content-length'] ?? Number.NaN)
  if (told.etag === undefined || !Number.isSafeInteger(bytes))
    throw noStore(objects, key, 'an answer without ETag or size')
  const version = header(told['x-amz-version-id'])
  const checksum = header(told['x-amz-checksum-sha256'])
  return {
    key,
    bytes,
    etag: told.etag,
    modified: told['last-modified'] ?? '',
    versionId: version === 'null' ? undefined : version,
    // The checksum of an object in parts is that of its parts' checksums, and ends in -N.
    sha256:
      checksum !== undefined && /^[A-Za-z0-9+/]{43}=$/.test(checksum)
        ? Buffer.from(checksum, 'base64').toString('hex')
        : undefined,
  }
}

/** Nothing where there is no such object; else the reason is thrown. */
async function explained(objects: Bucket, key: string, status: number): Promise<undefined> {
  try {
    const headers = { range: 'bytes=0-0' }
    const { body } = await objects.send({ method: 'GET', key, headers, doing: `read ${key}`, accepts: [206, 416] })
    body.destroy()
  } catch (error) {
    if (error instanceof UserError && error.code === 's3.no-key') return undefined
    throw error
  }
  throw noStore(objects, key, `HTTP status ${status} to HEAD`)
}

const header = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)

const noStore = ({ name }: Bucket, key: string, found: string) =>
  new UserError('s3.no-object', `Expected the bucket ${name} to have ${key} but found ${found}`, {
    kind: 'environment',
    hint: 'Check the name of the bucket, AWS_REGION and AWS_ENDPOINT_URL, and that what answers there speaks S3',
  })
