import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { UserError } from '../core/user-error.ts'
import type { IdentityTokens } from '../ports/identity-tokens.ts'

const TRIES = 3
/** Seconds for one request. */
const TIMEOUT = 20
/** Most that an answer may hold, in characters: a token of GitHub's has about two thousand. */
const MAX_ANSWER = 64 * 1024

const Answer = z.object({ value: z.string().regex(/^[\w-]+\.[\w-]+\.[\w-]+$/) })

export interface IdentityTokenOptions {
  /** Holds ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN in a job that may have tokens. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Hears every token, so that it can be masked where a log might show it. */
  readonly hide?: (token: string) => void
  /** Milliseconds that a second of waiting takes; only tests shorten it. */
  readonly second?: number
}

/**
 * Tokens of GitHub Actions for the running job. Not `@actions/core`'s `getIDToken`: that masks by printing the token to standard
 * output, which `--json` and a pipe would keep.
 */
export function githubIdentityTokens({ environment, hide, second = 1000 }: IdentityTokenOptions): IdentityTokens {
  return {
    async token(audience) {
      const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = environment
      if (!address || !URL.canParse(address) || !bearer) throw notAllowed()
      // Behind a proxy a runner names it in HTTPS_PROXY; fetch looks there only when told to. Node 24.14 and later can.
      const { default: http } = await import('node:http')
      http.setGlobalProxyFromEnv?.()
      const url = new URL(address)
      url.searchParams.set('audience', audience)
      for (let tried = 1; ; tried += 1) {
        const answer = await ask(url, bearer, second)
        if ('token' in answer) {
          hide?.(answer.token)
          return answer.token
        }
        if (!answer.again || tried === TRIES) throw unanswered(url, answer.found)
        await wait(2 ** (tried - 1) * second)
      }
    },
  }
}

async function ask(
  url: URL,
  bearer: string,
  second: number,
): Promise<{ readonly token: string } | { readonly found: string; readonly again: boolean }> {
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT * second),
      headers: { accept: 'application/json', authorization: `Bearer ${bearer}` },
    })
    const text = await response.text()
    if (!response.ok)
      return { found: `HTTP status ${response.status}`, again: response.status === 429 || response.status >= 500 }
    const read = text.length > MAX_ANSWER ? undefined : Answer.safeParse(JSON.parse(text)).data
    return read ? { token: read.value } : { found: 'an answer without a token', again: false }
  } catch (error) {
    if (error instanceof SyntaxError) return { found: 'an answer that is no JSON', again: false }
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    return { found: timedOut ? `no answer in ${TIMEOUT} seconds` : 'no connection', again: true }
  }
}

const notAllowed = () =>
  new UserError('github.no-identity', 'Expected a job that may ask GitHub for an identity token but found none', {
    kind: 'environment',
    hint: "Run in GitHub Actions with `id-token: write` in the job's permissions; a pull request from a fork gets no token",
  })

const unanswered = (url: URL, found: string) =>
  new UserError('github.identity-token', `Expected an identity token from ${url.host} but found ${found}`, {
    kind: 'environment',
    hint: 'See whether GitHub is up (https://www.githubstatus.com), then run the job again',
  })
