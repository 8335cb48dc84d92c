import { setTimeout as wait } from 'node:timers/promises'
import type { z } from 'zod'
import type { KmsOptions } from '../options.ts'
import { noAnswer, redirected, refused, unreadable } from './faults.ts'
import { type Answer, type Call, request } from './request.ts'
import type { Service } from './service.ts'

/** Times a request is made at most, where the service is busy. */
const TRIES = 3
/** Longest that a service may have us wait, in seconds. */
const LONGEST_WAIT = 10

/** Asks a service, again where it is busy, and reads its JSON. Every failure is a `UserError`. */
export async function ask<T>(
  service: Service,
  call: Call,
  schema: z.ZodType<T>,
  { second = 1000, timeout }: KmsOptions = {},
): Promise<T> {
  for (let tried = 1; ; tried++) {
    const outcome = await tryOnce(service, { ...call, ...(timeout === undefined ? {} : { timeout }) }, schema)
    if ('value' in outcome) return outcome.value
    if (!outcome.again || tried === TRIES) throw outcome.error
    await wait(Math.min(outcome.seconds ?? 2 ** (tried - 1), LONGEST_WAIT) * second)
  }
}

type Outcome<T> = { value: T } | { again: boolean; error: Error; seconds?: number | undefined }

async function tryOnce<T>(service: Service, call: Call, schema: z.ZodType<T>): Promise<Outcome<T>> {
  const answer = await request(call).catch((error: unknown) => ({ error }))
  if ('error' in answer) return noAnswer(service, call, answer.error)
  const { status, text } = answer
  if (status >= 300 && status < 400) return { again: false, error: redirected(service, call, answer) }
  const body = decoded(text, call.decode ?? JSON.parse)
  if (status < 200 || status >= 300) {
    const judged = service.judge(status, body)
    const again = judged.fault === 'throttled' || judged.fault === 'unavailable'
    return { again, error: refused(service, answer, judged), seconds: retryAfter(answer) }
  }
  if (body === undefined) return { again: false, error: unreadable(service, call, 'an answer that cannot be read') }
  const read = schema.safeParse(body)
  if (read.success) return { value: read.data }
  return { again: false, error: unreadable(service, call, 'an answer of another form', read.error) }
}

function decoded(text: string, decode: (text: string) => unknown): unknown {
  try {
    return decode(text)
  } catch {
    return undefined
  }
}

/** Seconds that the service asks to wait; a date is left to our own waiting. */
function retryAfter({ headers }: Answer): number | undefined {
  const header = headers['retry-after']
  return typeof header === 'string' && /^\d{1,9}$/.test(header.trim()) ? Number(header) : undefined
}
