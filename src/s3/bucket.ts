import type { Readable } from 'node:stream'
import { UserError } from '../core/user-error.ts'
import { connectionFault } from '../http/connection-fault.ts'
import { type Answer, send } from '../http/send.ts'
import { textOf } from '../http/text-of.ts'
import { isBusy, waitFor } from '../http/waits.ts'
import { type Environment, s3Access } from './access.ts'
import { refused } from './refused.ts'
import { sign } from './sign.ts'
import { urlOf } from './url-of.ts'

/** One answer of S3's. Its body is to be read or destroyed. */
export interface S3Answer {
  readonly status: number
  readonly etag: string | undefined
  readonly headers: Answer['headers']
  readonly body: Readable
}

export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT'
  /** Of the object; the bucket itself where left out. */
  readonly key?: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Blob | Uint8Array
  /** For messages, after "to": `read the pointer`. */
  readonly doing: string
  /** Statuses that are answers, besides 200. */
  readonly accepts?: readonly number[]
}

/** A bucket, and how to speak to it. */
export interface Bucket {
  readonly name: string
  send(request: S3Request): Promise<S3Answer>
}

export interface BucketOptions {
  /** Milliseconds that count as a second. */
  readonly second?: number
  /** How often a request is sent at most. */
  readonly tries?: number
}

/** Seconds without a byte, on reading; a store may take longer to put a large object away. */
const IDLE = { GET: 60, HEAD: 30, PUT: 600 }
const MAX_REASON_BYTES = 16 * 1024

/** A bucket by AWS's usual environment variables. What is lost or refused for now is sent again, a few times. */
export function bucket(name: string, environment: Environment, options: BucketOptions = {}): Bucket {
  const { second = 1000, tries = 5 } = options
  const access = s3Access(environment)

  return {
    name,
    async send({ method, key = '', query = {}, headers = {}, body, doing, accepts = [] }) {
      const url = urlOf(access, name, key, query)
      for (let tried = 1; ; tried += 1) {
        const signed = await sign(access, { method, url, headers, body })
        const answer = await send({ url, method, headers: signed, body, idle: IDLE[method] * second }).catch(
          (error: unknown) => ({ error }),
        )
        if ('error' in answer) {
          const { found, hint, again } = connectionFault(answer.error)
          if (again && tried < tries && (await waitFor(tried, undefined, second))) continue
          throw new UserError('s3.unreachable', `Expected to reach ${url.host} to ${doing} but found ${found}`, {
            hint: `${hint}; AWS_ENDPOINT_URL says where the store is, if not at Amazon`,
            kind: 'environment',
            cause: answer.error,
          })
        }
        const { status } = answer
        if (status === 200 || accepts.includes(status))
          return { status, etag: answer.headers.etag, headers: answer.headers, body: answer.body }
        const text = await reason(answer)
        const again = isBusy(status) || /<Code>(RequestTimeout|SlowDown)<\/Code>/.test(text)
        if (again && tried < tries && (await waitFor(tried, answer.headers['retry-after'], second))) continue
        const signedAs = access.credentials !== undefined
        throw refused({ status, headers: answer.headers, text, doing, bucket: name, signed: signedAs })
      }
    },
  }
}

/** What the store says of it; nothing where the connection is lost while it does. */
async function reason(answer: Answer): Promise<string> {
  try {
    return (await textOf(answer, MAX_REASON_BYTES)).text
  } catch {
    return ''
  }
}
