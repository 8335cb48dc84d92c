import { setTimeout as wait } from 'node:timers/promises'
import type { Octokit } from 'octokit'
import { failureOf } from '../failure.ts'
import { pause } from '../pause.ts'

const TRIES = 3

/** What GraphQL has against a request, which it answers with status 200. */
interface Complaint {
  readonly type?: string
  readonly message: string
  readonly extensions?: { readonly code?: string }
}

interface Refused extends Error {
  readonly errors: readonly Complaint[]
  readonly headers: Record<string, string | undefined>
}

/** By shape: importing octokit's class here would load octokit at start-up. */
const isRefused = (error: unknown): error is Refused => error instanceof Error && error.name === 'GraphqlResponseError'

/**
 * Asks GitHub's GraphQL API. Its complaints become errors like those of the REST API (see `failureOf`), which keep the complaint's
 * type. It waits where it is asked to; a lost answer is asked for again only where `repeat` says that nothing is written.
 */
export async function askGraphql(
  octokit: Octokit,
  second: number,
  query: string,
  variables: Record<string, unknown>,
  { repeat }: { readonly repeat: boolean },
): Promise<unknown> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await octokit.graphql(query, variables)
    } catch (given) {
      const error = isRefused(given) ? asHttpError(given) : given
      const failure = failureOf(error)
      const inBody = failure?.kind === 'limited' && isRefused(given)
      const seconds = inBody || (failure?.kind === 'lost' && repeat) ? pause(failure, tried) : undefined
      if (seconds === undefined || tried === TRIES) throw error
      await wait(seconds * second)
    }
  }
}

/** The type of the complaint, `STALE_DATA`, or its code, `undefinedField`; undefined for any other error. */
export const complaintOf = (error: unknown): string | undefined =>
  error instanceof Error && 'complaint' in error && typeof error.complaint === 'string' ? error.complaint : undefined

/** Whether this server's GraphQL cannot do what was asked: there is none, or it is older than what was asked for. */
export function isUnknownToServer(error: unknown): boolean {
  const failure = failureOf(error)
  const complaint = complaintOf(error)
  if (complaint !== undefined) return /^(?:undefined|argument|unknown|variable)/.test(complaint)
  return failure?.kind === 'refused' && (failure.status === 404 || failure.status === 401 || failure.status === 405)
}

function asHttpError({ errors, headers }: Refused): Error {
  const [first] = errors
  const message = errors.map(error => error.message).join(': ')
  const complaint = first?.type ?? first?.extensions?.code ?? ''
  const shape = { name: 'HttpError', status: statusOf(complaint, message), complaint }
  return Object.assign(new Error(message), shape, { response: { headers, data: { message } } })
}

function statusOf(complaint: string, message: string): number {
  if (complaint === 'RATE_LIMITED' || /rate limit/i.test(message)) return 403
  if (complaint === 'FORBIDDEN' || complaint === 'INSUFFICIENT_SCOPES') return 403
  if (complaint === 'NOT_FOUND') return 404
  if (/something went wrong|timed? ?out|internal/i.test(complaint === '' ? message : complaint)) return 502
  return 422
}
