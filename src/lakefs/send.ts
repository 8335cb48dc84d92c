import { setTimeout as wait } from 'node:timers/promises'
import type { z } from 'zod'
import { Refusal } from './answers.ts'
import type { Connection } from './connection.ts'
import { connectionFault, refused, unreadable } from './faults.ts'

const TRIES = 4
/** Most that one answer in JSON may hold, in bytes. */
const MAX_ANSWER = 64 * 1024 * 1024
/** Seconds for an answer, for the bytes of an object, and the longest wait that a server may ask for. */
const TIMEOUT = 60
const READ_TIMEOUT = 15 * 60
const LONGEST_WAIT = 60

export interface Sent {
  readonly method?: 'GET' | 'POST'
  /** Below `/api/v1`, each part to be encoded. */
  readonly path: readonly string[]
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object
  /** After "Expected to". */
  readonly doing: string
  /** Statuses that are answers, besides 200, 201 and 206. */
  readonly accepts?: readonly number[]
  /** What may have been done though no answer came must not be done again. */
  readonly once?: boolean
  /** Whether the answer is as long as an object may be. */
  readonly long?: boolean
}

export type Sender = ReturnType<typeof sender>

/** Sends requests to one server; `second` is how many milliseconds count as one. */
export function sender({ server, authorization }: Connection, second = 1000) {
  return { server, send, json }

  /** An answer that is one, its body unread. No redirect is followed: it would take the credentials along. */
  async function send(sent: Sent): Promise<Response> {
    const {
      method = 'GET',
      path,
      query = {},
      headers = {},
      body,
      doing,
      accepts = [],
      once = false,
      long = false,
    } = sent
    const asked = { server, doing }
    const url = new URL(`${server}/api/v1/${path.map(encodeURIComponent).join('/')}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    for (let tried = 1; ; tried++) {
      let response: Response
      try {
        response = await fetch(url, {
          method,
          redirect: 'manual',
          headers: {
            authorization,
            accept: '*/*',
            ...(body ? { 'content-type': 'application/json' } : {}),
            ...headers,
          },
          ...(body ? { body: JSON.stringify(body) } : {}),
          signal: AbortSignal.timeout((long ? READ_TIMEOUT : TIMEOUT) * second),
        })
      } catch (error) {
        const { again, fault } = connectionFault(asked, error)
        if (!again || once || tried === TRIES) throw fault
        await wait(2 ** (tried - 1) * second)
        continue
      }
      const { status } = response
      if (status === 200 || status === 201 || status === 206 || accepts.includes(status)) return response
      const seconds = isBusy(status) && !once ? (retryAfter(response) ?? 2 ** (tried - 1)) : undefined
      if (seconds === undefined || seconds > LONGEST_WAIT || tried === TRIES)
        throw refused(asked, status, await saidIn(response), response.headers.get('location'))
      await response.body?.cancel()
      await wait(seconds * second)
    }
  }

  /** The answer as what it should be; undefined where its status is one of those that are accepted besides. */
  async function json<Answer extends z.ZodType>(schema: Answer, sent: Sent): Promise<z.infer<Answer> | undefined> {
    const asked = { server, doing: sent.doing }
    const response = await send(sent)
    if (sent.accepts?.includes(response.status)) {
      await response.body?.cancel()
      return undefined
    }
    const text = await textOf(response).catch((cause: unknown) => {
      throw connectionFault(asked, cause).fault
    })
    if (text === undefined) throw unreadable(asked, `an answer of more than ${MAX_ANSWER} bytes`)
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (cause) {
      throw unreadable(asked, /^\s*</.test(text) ? 'a page instead of an answer' : 'an answer that is no JSON', cause)
    }
    const read = schema.safeParse(value)
    if (read.success) return read.data
    const [issue] = read.error.issues
    throw unreadable(asked, `an answer whose ${issue?.path.join('.') || 'form'} is not lakeFS’s`, read.error)
  }
}

const isBusy = (status: number) => status === 429 || status === 502 || status === 503 || status === 504

/** Seconds that the server asks to wait; a date is left to our own waiting. */
function retryAfter({ headers }: Response): number | undefined {
  const header = headers.get('retry-after')?.trim() ?? ''
  return /^\d{1,9}$/.test(header) ? Number(header) : undefined
}

async function saidIn(response: Response): Promise<string> {
  try {
    const text = (await textOf(response)) ?? ''
    if (/^\s*</.test(text)) return ''
    return Refusal.safeParse(JSON.parse(text)).data?.message ?? ''
  } catch {
    return ''
  }
}

async function textOf(response: Response): Promise<string | undefined> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  if (response.body)
    for await (const piece of response.body) {
      bytes += piece.length
      if (bytes > MAX_ANSWER) return undefined
      pieces.push(piece)
    }
  return Buffer.concat(pieces).toString()
}
