import type { IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { UserError } from '../core/user-error.ts'
import type { Connection } from './connection.ts'
import { type Asked, connectionFault, type Refusal, unreadable } from './faults.ts'
import { readBody, refusalIn } from './read-body.ts'
import { type Sent, send } from './send.ts'

/** Times a request is sent before it is given up. */
export const TRIES = 4
/** Seconds without a byte, and the longest that a server may ask to wait. */
const IDLE = 60
const LONGEST_WAIT = 60

/** What a server has answered: a refusal, or the text of a success; a body that is streamed is left to be read. */
export type Got = { refusal: Refusal; location: string | undefined } | { text: string; message: IncomingMessage }

/** Sends a request until it is answered. */
export type SentAgain = (
  asked: Asked,
  tries: number,
  sent: Omit<Sent, 'ca' | 'idle'>,
  options?: { readonly streamed?: boolean },
) => Promise<Got>

/** Sends requests to a tracking server, within limits: what is busy or broken is asked again. */
export function sentAgain({ ca }: Pick<Connection, 'ca'>, second: number): SentAgain {
  return async (asked, tries, sent, { streamed = false } = {}) => {
    for (let n = 1; ; n++) {
      const got = await answerTo(asked, sent, streamed)
      if (!('fault' in got) && !('refusal' in got && isBusy(got.refusal))) return got
      const seconds = 'wait' in got ? (got.wait ?? 2 ** (n - 1)) : 2 ** (n - 1)
      if (n >= tries || seconds > LONGEST_WAIT || ('fault' in got && !got.again)) {
        if ('fault' in got) throw got.fault
        return got
      }
      await wait(seconds * second)
    }
  }

  async function answerTo(
    asked: Asked,
    sent: Omit<Sent, 'ca' | 'idle'>,
    streamed: boolean,
  ): Promise<(Got & { wait?: number | undefined }) | { fault: UserError; again: boolean }> {
    try {
      const message = await send({ ...sent, ca, idle: IDLE * second })
      const { statusCode: status = 0, headers: heard } = message
      if (streamed && (status === 200 || status === 206)) return { text: '', message }
      const text = await readBody(message)
      if (text === undefined) return { again: false, fault: unreadable(asked, 'an answer that is too large') }
      if (status >= 200 && status < 300) return { text, message }
      return { refusal: refusalIn(status, text), location: heard.location, wait: retryAfter(heard['retry-after']) }
    } catch (error) {
      return connectionFault(asked, error)
    }
  }
}

const isBusy = ({ status }: Refusal) => status === 429 || status >= 500

/** Seconds that the server asks to wait; a date is left to our own waiting. */
const retryAfter = (header: string | undefined): number | undefined =>
  header !== undefined && /^\d{1,9}$/.test(header.trim()) ? Number(header) : undefined
