import { request as plain } from 'node:http'
import { request as secure } from 'node:https'

/** Most that is read of an answer, in bytes: it says "accepted", or why not. */
const MAX_ANSWER = 64 * 1024

export interface Sent {
  readonly method: 'PUT' | 'POST' | 'DELETE' | 'GET'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** Milliseconds for the request and its answer. */
  readonly timeout: number
}

export interface Received {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** The beginning of the answer. */
  readonly text: string
}

/** Sends one request, within a time, and reads the beginning of the answer. No redirect is followed: it would take the credentials along. */
export function send({ method, url, headers, body, timeout }: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? secure : plain)(
      url,
      {
        method,
        agent: false,
        signal: AbortSignal.timeout(timeout),
        headers: { 'user-agent': 'proofmark', 'content-length': body.length, ...headers },
      },
      response => {
        const chunks: Buffer[] = []
        let bytes = 0
        const done = () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).subarray(0, MAX_ANSWER).toString(),
          })
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          bytes += chunk.length
          if (bytes > MAX_ANSWER) {
            done()
            response.destroy()
          }
        })
        response.on('error', reject)
        response.on('end', done)
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}
