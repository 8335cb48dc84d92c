import { setTimeout as wait } from 'node:timers/promises'
import { UserError } from '../core/user-error.ts'

const TRIES = 4
/** Seconds for one request and its answer, and the longest wait a server may ask for. */
const TIMEOUT = 30
const LONGEST_WAIT = 60
/** Most that one answer may hold, in bytes: twice what the API sends at most. */
const MAX_ANSWER = 64 * 1024 * 1024

export interface Request {
  readonly url: string
  /** Sent as JSON by POST; without it the request is a GET. */
  readonly body?: unknown
  /** Milliseconds that count as a second. */
  readonly second: number
}

/** The JSON an address answers, or undefined for 404; tried again after a rate limit, a fault of the server and a lost connection. */
export async function send({ url, body, second }: Request): Promise<unknown> {
  for (let tried = 1; ; tried += 1) {
    const answer = await attempt(url, body, second)
    if ('json' in answer) return answer.json
    const seconds = answer.again ? (answer.after ?? 2 ** (tried - 1)) : undefined
    if (seconds === undefined || seconds > LONGEST_WAIT || tried === TRIES) throw unreachable(url, answer.found)
    await wait(seconds * second)
  }
}

type Answer =
  | { readonly json: unknown }
  | { readonly found: string; readonly again: boolean; readonly after?: number | undefined }

async function attempt(url: string, body: unknown, second: number): Promise<Answer> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(TIMEOUT * second),
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    })
    if (response.ok) return { json: JSON.parse(await textOf(response)) }
    await response.body?.cancel()
    if (response.status === 404 && body === undefined) return { json: undefined }
    const again = response.status === 429 || response.status >= 500
    return { found: `HTTP status ${response.status}`, again, after: secondsOf(response.headers.get('retry-after')) }
  } catch (error) {
    if (error instanceof SyntaxError) return { found: 'an answer that is no JSON', again: true }
    if (error instanceof TooLarge) return { found: error.message, again: false }
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    return { found: timedOut ? `no answer in ${TIMEOUT} seconds` : 'no connection', again: true }
  }
}

class TooLarge extends Error {}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > MAX_ANSWER) throw new TooLarge(`an answer of more than ${MAX_ANSWER} bytes`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** `retry-after` in seconds; its other form, a date, is left to our own waiting. */
const secondsOf = (header: string | null): number | undefined =>
  header !== null && /^\d{1,9}$/.test(header.trim()) ? Number(header) : undefined

const unreachable = (url: string, found: string) =>
  new UserError('osv.unreachable', `Expected an answer from ${new URL(url).origin} but found ${found}`, {
    kind: 'environment',
    hint: "Run it again, name a mirror in 'security.osv-url', or give the path of OSV's all.zip as 'security.vulnerabilities'",
  })
