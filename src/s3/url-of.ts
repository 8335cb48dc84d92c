import type { S3Access } from './access.ts'

/** The address of an object, or of the bucket where `key` is empty. A name with dots fits no certificate, so it stands in the path. */
export function urlOf(
  { endpoint, pathStyle, region }: S3Access,
  bucket: string,
  key: string,
  query: Readonly<Record<string, string>>,
): URL {
  const host = new URL(endpoint ?? `https://s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`)
  const inPath = pathStyle || bucket.includes('.')
  if (!inPath) host.hostname = `${bucket}.${host.hostname}`
  const base = `${host.origin}${host.pathname.replace(/\/+$/, '')}${inPath ? `/${bucket}` : ''}`
  const search = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  )
  return new URL(
    `${base}/${key.split('/').map(encodeURIComponent).join('/')}${search.length === 0 ? '' : `?${search.join('&')}`}`,
  )
}
