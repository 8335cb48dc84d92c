import type { AwsClient } from 'aws4fetch'
import { UserError } from '../../core/user-error.ts'

/** One answer of S3's. */
export interface S3Answer {
  readonly status: number
  readonly etag: string | undefined
  readonly response: Response
}

export interface S3Request {
  readonly method: 'GET' | 'PUT'
  /** Of the object; the bucket itself where left out. */
  readonly key?: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Blob | Uint8Array<ArrayBuffer>
  /** For messages, after "to": `read the pointer`. */
  readonly doing: string
  /** Statuses that are answers, besides 200. */
  readonly accepts?: readonly number[]
}

/** A bucket, and how to speak to it. */
export interface Bucket {
  send(request: S3Request): Promise<S3Answer>
}

const TRIES = 4
const TIMEOUT_MS = 15 * 60_000

type Environment = Readonly<Record<string, string | undefined>>

/**
 * A bucket by AWS's usual environment variables: credentials, region, and an endpoint where the store is another's. Behind an
 * endpoint of its own, and for names with dots, the bucket is in the path, else in the host's name.
 */
export function bucket(name: string, environment: Environment): Bucket {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment
  if (!accessKeyId || !secretAccessKey)
    throw new UserError(
      's3.credentials',
      'Expected AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY but found neither or one',
      {
        hint: 'Set them, with AWS_SESSION_TOKEN where they are temporary; on GitHub aws-actions/configure-aws-credentials does',
        kind: 'environment',
      },
    )
  const region = environment.AWS_REGION || environment.AWS_DEFAULT_REGION || 'us-east-1'
  const endpoint = environment.AWS_ENDPOINT_URL_S3 || environment.AWS_ENDPOINT_URL
  const base = addressOf(name, region, endpoint)
  const sessionToken = environment.AWS_SESSION_TOKEN
  let client: Promise<AwsClient> | undefined

  return {
    async send({ method, key = '', query = {}, headers = {}, body, doing, accepts = [] }) {
      client ??= import('aws4fetch').then(
        ({ AwsClient }) =>
          new AwsClient({
            accessKeyId,
            secretAccessKey,
            ...(sessionToken ? { sessionToken } : {}),
            service: 's3',
            region,
            retries: 0,
          }),
      )
      const url = new URL(`${base}/${key.split('/').map(encodeURIComponent).join('/')}`)
      for (const [parameter, value] of Object.entries(query)) url.searchParams.set(parameter, value)
      const init = { method, headers, ...(body === undefined ? {} : { body }) }
      for (let tried = 1; ; tried += 1) {
        let response: Response
        try {
          const signed = await (await client).sign(url.toString(), init)
          response = await fetch(signed, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' })
        } catch (cause) {
          if (tried < TRIES) {
            await pause(tried)
            continue
          }
          throw new UserError('s3.unreachable', `Expected to reach ${url.host} to ${doing} but found no connection`, {
            hint: 'Check the network, and AWS_ENDPOINT_URL where the store is not Amazon’s',
            kind: 'environment',
            cause,
          })
        }
        const { status } = response
        if (status === 200 || accepts.includes(status))
          return { status, etag: response.headers.get('etag') ?? undefined, response }
        const said = (await response.text()).slice(0, 2000)
        if ((status >= 500 || status === 429) && tried < TRIES) await pause(tried)
        else throw refused(status, said, doing, name)
      }
    },
  }
}

const pause = (tried: number) => new Promise(resolve => setTimeout(resolve, Math.random() * 100 * 2 ** tried))

function addressOf(name: string, region: string, endpoint: string | undefined): string {
  if (endpoint) {
    if (!URL.canParse(endpoint))
      throw new UserError('s3.endpoint', `Expected an address in AWS_ENDPOINT_URL but found '${endpoint}'`, {
        kind: 'environment',
        hint: 'Write it with its scheme, e.g. https://s3.example.com',
      })
    return `${endpoint.replace(/\/+$/, '')}/${name}`
  }
  return name.includes('.')
    ? `https://s3.${region}.amazonaws.com/${name}`
    : `https://${name}.s3.${region}.amazonaws.com`
}

function refused(status: number, text: string, doing: string, name: string): UserError {
  const reason = /<Code>([^<]{1,100})<\/Code>/.exec(text)?.[1] ?? 'no reason given'
  const hint =
    status === 403 || status === 401
      ? 'Give the credentials s3:GetObject, s3:PutObject and s3:ListBucket on it'
      : status === 404
        ? 'Create the bucket, or correct its name and AWS_REGION'
        : 'See what the store says, then run again'
  return new UserError(
    's3.refused',
    `Expected to ${doing} in the bucket ${name} but S3 answered ${status} (${reason})`,
    {
      hint,
      kind: 'environment',
    },
  )
}
