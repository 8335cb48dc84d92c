import type { IncomingHttpHeaders } from 'node:http'
import { UserError } from '../core/user-error.ts'
import { connectionFault } from '../http/connection-fault.ts'
import { send } from '../http/send.ts'
import { textOf } from '../http/text-of.ts'

const IDLE = 15_000
const MAX_BYTES = 1024 * 1024

export interface Question {
  readonly url: URL
  readonly method?: 'GET' | 'HEAD' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  /** JSON. */
  readonly body?: string
  /** For messages: `GitHub`. */
  readonly what: string
  /** Certificate authorities besides those that are known, PEM. */
  readonly ca?: string | undefined
}

/** One question over HTTP, asked once: a doctor tells of a fault, it does not wait for it to pass. */
export async function ask({ url, method = 'GET', headers = {}, body, what, ca }: Question) {
  try {
    const answer = await send({
      url,
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : new TextEncoder().encode(body),
      idle: IDLE,
      ca,
    })
    const { text } = await textOf(answer, MAX_BYTES)
    const told: { status: number; headers: IncomingHttpHeaders; text: string } = { ...answer, text }
    return told
  } catch (cause) {
    const { found, hint } = connectionFault(cause)
    throw new UserError('doctor.unreachable', `Expected ${what} at ${url.host} to answer but found ${found}`, {
      hint,
      kind: 'environment',
      cause,
    })
  }
}
