import { setTimeout as wait } from 'node:timers/promises'
import type { Octokit } from 'octokit'
import { failureOf } from './failure.ts'
import { pause } from './pause.ts'

const TRIES = 4
/** Milliseconds for one request and its answer. */
const TIMEOUT = 60_000

/**
 * Makes requests wait and go out again, after a rate limit and after a lost answer. A POST, or a request marked `once`, is not
 * repeated after a lost answer: it may have been carried out, and who sent it must look (see `sendOnce`).
 *
 * Octokit's own plug-ins do not serve: they repeat a POST blindly, wait fourteen seconds for a host that does not exist, wait out
 * a rate limit of an hour, and read `retry-after: 0` as a minute.
 */
export function bePatient(octokit: Octokit, second: number): void {
  octokit.hook.wrap('request', async (request, options) => {
    for (let tried = 1; ; tried += 1) {
      options.request.signal = AbortSignal.timeout(TIMEOUT)
      try {
        const answer = await request(options)
        if (isTorn(answer)) throw torn(answer.status)
        return answer
      } catch (error) {
        const failure = failureOf(error)
        const mayRepeat = failure?.kind !== 'lost' || (options.method !== 'POST' && options.request.once !== true)
        const seconds = mayRepeat ? pause(failure, tried) : undefined
        if (seconds === undefined || tried === TRIES) throw error
        await wait(seconds * second)
      }
    }
  })
}

/** JSON cut short on the way: octokit hands on the text as if it were the answer. A file's own text is none. */
const isTorn = (answer: { headers: { 'content-type'?: string }; data: unknown; status: number }) =>
  answer.status !== 204 &&
  /^(?!.*\braw\b).*json/.test(answer.headers['content-type'] ?? '') &&
  typeof answer.data === 'string'

const torn = (status: number) => Object.assign(new Error('Answer cut short'), { name: 'HttpError', status })
