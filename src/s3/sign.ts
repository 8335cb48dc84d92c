import { createHash } from 'node:crypto'
import type { S3Access } from './access.ts'

export interface Unsigned {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: Blob | Uint8Array | undefined
}

/** The headers of a request, with a signature (AWS SigV4) where there are credentials. */
export async function sign(
  { credentials, region }: S3Access,
  { method, url, headers, body }: Unsigned,
): Promise<Record<string, string>> {
  if (credentials === undefined) return { ...headers }
  const { AwsV4Signer } = await import('aws4fetch')
  const hash =
    body instanceof Blob
      ? 'UNSIGNED-PAYLOAD'
      : createHash('sha256')
          .update(body ?? '')
          .digest('hex')
  const signer = new AwsV4Signer({
    method,
    url: url.toString(),
    headers: { 'x-amz-content-sha256': hash, ...headers },
    ...credentials,
    service: 's3',
    region,
  })
  return Object.fromEntries((await signer.sign()).headers)
}
