import { type IncomingMessage, request as plain } from 'node:http'
import { request as secure } from 'node:https'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface Sent {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: { readonly bytes: number; open(): Readable }
  readonly ca: string | undefined
  /** Milliseconds without a byte after which it is given up. */
  readonly idle: number
  /** Milliseconds in all; without it, as long as bytes come. */
  readonly deadline?: number
}

/** Sends one request; the answer's body is yet to be read. No redirect is followed: it would take the credentials along. */
export function send({ method, url, headers, body, ca, idle, deadline }: Sent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? secure : plain)(
      url,
      {
        method,
        headers: { accept: 'application/json', ...headers, ...(body ? { 'content-length': body.bytes } : {}) },
        ...(ca === undefined ? {} : { ca }),
        ...(deadline === undefined ? {} : { signal: AbortSignal.timeout(deadline) }),
      },
      resolve,
    )
    request.setTimeout(idle, () => request.destroy(new NoAnswer()))
    request.on('error', reject)
    if (body) pipeline(body.open(), request).catch(reject)
    else request.end()
  })
}

/** Nothing was heard for too long. */
export class NoAnswer extends Error {
  override readonly name = 'TimeoutError'
}
