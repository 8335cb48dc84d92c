import type { IncomingHttpHeaders } from 'node:http'
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { Readable } from 'node:stream'
import { SilentServer } from './silent-server.ts'

export interface Sent {
  readonly url: URL
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Blob | Uint8Array | undefined
  /** Milliseconds without a byte after which a connection counts as lost. */
  readonly idle: number
  /** Aborted where nobody waits for the answer any more: the connection is closed. */
  readonly signal?: AbortSignal | undefined
  /** Certificate authorities besides those that are known, PEM. */
  readonly ca?: string | undefined
}

/** The beginning of an answer. Its body is to be read or destroyed. */
export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** As it was sent: nothing is unpacked. */
  readonly body: Readable
}

/**
 * One request by HTTP. No redirect is followed: it would take the credentials along. Bytes come as they are stored: `fetch` would unpack
 * an object that was stored with a Content-Encoding, and its size and digest would no longer be those of the object.
 */
export function send({ url, method, headers = {}, body, idle, ca, signal }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? undefined : body instanceof Blob ? body.size : body.byteLength
    const start = url.protocol === 'https:' ? secure : plain
    const request = start(
      url,
      {
        method,
        headers: {
          'accept-encoding': 'identity',
          ...(length === undefined ? {} : { 'content-length': length }),
          ...headers,
        },
        ...(ca === undefined ? {} : { ca }),
        ...(signal === undefined ? {} : { signal }),
      },
      response => {
        request.on('timeout', () => response.destroy(new SilentServer(idle)))
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: response })
      },
    )
    request.setTimeout(idle)
    request.on('timeout', () => request.destroy(new SilentServer(idle)))
    request.on('error', reject)
    if (body instanceof Blob) {
      const stream = Readable.fromWeb(body.stream())
      stream.on('error', cause => request.destroy(cause))
      stream.pipe(request)
    } else request.end(body)
  })
}
