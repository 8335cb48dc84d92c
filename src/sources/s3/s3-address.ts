import { UserError } from '../../core/user-error.ts'

/** What an address of S3's names. */
export interface S3Address {
  readonly bucket: string
  /** An object; all below a prefix, where it ends in `/` or is empty; or a pattern, where it has a `*`. */
  readonly key: string
  readonly versionId: string | undefined
  /** What the bytes must have, lower-case hexadecimal. */
  readonly sha256: string | undefined
}

const ADDRESS =
  /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*?))?(?:\?versionId=([^?#&]{1,1024}))?(?:#sha256=([0-9a-f]{64}))?$/s

/** Reads `s3://bucket/key?versionId=…#sha256=…`. The key stands there as it is, not URL-encoded, as AWS's own tools have it. */
export function s3Address(address: string): S3Address {
  const [, bucket, key = '', versionId, sha256] = ADDRESS.exec(address) ?? []
  const fault = bucket === undefined || address.length > 2048 ? 'an address such as s3://bucket/key' : faultOf(key)
  if (bucket === undefined || fault !== undefined)
    throw new UserError('s3.address', `Expected ${fault} but found '${address}'`, {
      file: address,
      hint: 'Write s3://bucket/key, s3://bucket/prefix/ for all below, or s3://bucket/key?versionId=… for a version',
    })
  const folder = key === '' || key.endsWith('/') || key.includes('*')
  if (folder && (versionId !== undefined || sha256 !== undefined))
    throw new UserError('s3.address', `Expected a version or checksum of one object but found '${address}'`, {
      file: address,
      hint: 'Name the object, or leave ?versionId= and #sha256= away',
    })
  return { bucket, key, versionId, sha256 }
}

/** Parts that a URL would take for steps, and an unfinished version or checksum. */
function faultOf(key: string): string | undefined {
  if (/(^|\/)\.\.?(\/|$)/.test(key)) return "a key without '.' and '..' as its parts"
  if (/#sha256=|\?versionId=/.test(key))
    return '?versionId=… to be not empty, and #sha256=… to have 64 lower-case hexadecimal digits,'
  return undefined
}
