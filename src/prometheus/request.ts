import { request as plain } from 'node:http'
import { request as secure } from 'node:https'

/** Most that one answer may hold, in bytes. */
const MAX_ANSWER = 64 * 1024 * 1024

export interface Post {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly form: URLSearchParams
  /** Certificate authority, PEM. */
  readonly ca?: string | undefined
  /** Milliseconds for the request and its answer. */
  readonly timeout: number
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly text: string
}

/** Sends a form by POST and reads the whole answer, within limits of time and size. No redirect is followed: it would take the credentials along. */
export function post({ url, headers, form, ca, timeout }: Post): Promise<Answer> {
  const body = form.toString()
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? secure : plain
    const request = send(
      url,
      {
        method: 'POST',
        signal: AbortSignal.timeout(timeout),
        headers: {
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          ...headers,
        },
        ...(ca === undefined ? {} : { ca }),
      },
      response => {
        const chunks: Buffer[] = []
        let bytes = 0
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length
          if (bytes > MAX_ANSWER) response.destroy(new AnswerTooLarge())
          else chunks.push(chunk)
        })
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        )
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

/** An answer larger than is read. */
export class AnswerTooLarge extends Error {
  constructor() {
    super(`an answer of more than ${MAX_ANSWER} bytes`)
  }
}
