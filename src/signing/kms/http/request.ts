import { request as plain } from 'node:http'
import { request as secure } from 'node:https'

/** Most that one answer may hold, in bytes: keys and signatures are small. */
export const MAX_ANSWER = 1024 * 1024

/** One request to a service. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Certificate authorities, PEM, in place of the usual ones. */
  readonly ca?: string
  /** Milliseconds for the request and its answer. */
  readonly timeout?: number
  /** Reads an answer's text, where it is no JSON; throws where it cannot. */
  readonly decode?: (text: string) => unknown
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly text: string
}

/** Milliseconds that are waited for an answer. */
const TIMEOUT = 20_000

/** An answer larger than is read. */
export class AnswerTooLarge extends Error {}

/** Sends one request and reads the whole answer, within limits of time and size. No redirect is followed: it would take the credentials along. */
export function request({ method, url, headers, body, ca, timeout = TIMEOUT }: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? secure : plain
    const sent = send(
      url,
      {
        method,
        signal: AbortSignal.timeout(timeout),
        headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
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
    sent.on('error', reject)
    sent.end(body)
  })
}
