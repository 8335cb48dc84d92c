/** What an answer, or the want of one, means for the request: may it be sent again, and what shall the reader be told? */
export type Failure =
  /** Too many requests; not carried out. */
  | { readonly kind: 'limited'; readonly seconds: number }
  /** No connection; not carried out. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** Sent, but the answer was lost or is a 5xx: it may or may not have been carried out. */
  | { readonly kind: 'lost'; readonly reason: string; readonly seconds: number | undefined }
  /** Understood and refused. */
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string }

/** GitHub asks to wait a minute where it refuses for a secondary limit and names no time. */
const UNNAMED_WAIT = 60

const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

interface HttpError extends Error {
  readonly status: number
  readonly response?: { readonly headers: Record<string, string | undefined>; readonly data: unknown }
}

/** By shape: importing octokit's class here would load octokit at start-up. */
const isHttpError = (error: unknown): error is HttpError => error instanceof Error && error.name === 'HttpError'

/** Reads an error of octokit's; undefined for one that is not about a request. */
export function failureOf(error: unknown, now = Date.now()): Failure | undefined {
  if (!isHttpError(error)) return undefined
  const { status, response } = error
  if (response === undefined) return unanswered(error)

  const reason = messageOf(response.data) ?? error.message
  const { 'retry-after': retryAfter, 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset } = response.headers
  const asked = retryAfter === undefined ? undefined : Number(retryAfter)

  if (status === 429 || (status === 403 && (asked !== undefined || remaining === '0' || /rate limit/i.test(reason)))) {
    const untilReset = remaining === '0' && reset !== undefined ? Math.ceil(Number(reset) - now / 1000) + 1 : undefined
    return { kind: 'limited', seconds: Math.max(0, asked ?? untilReset ?? UNNAMED_WAIT) }
  }
  if (status >= 500) return { kind: 'lost', reason: `${status} ${reason}`, seconds: asked }
  return { kind: 'refused', status, reason }
}

/** Whether GitHub says that there is no such thing; it says so, too, of what the token may not see. */
export function isAbsent(error: unknown): boolean {
  const failure = failureOf(error)
  return failure?.kind === 'refused' && failure.status === 404
}

function unanswered(error: HttpError): Failure {
  const code = codeOf(error.cause)
  const reason = code === undefined || error.message.includes(code) ? error.message : `${error.message} (${code})`
  // Fetch's own TypeError without a code is about the address: a forbidden port, an unknown scheme.
  const notSent = code === undefined ? error.cause instanceof TypeError : NOT_CONNECTED.has(code)
  return notSent ? { kind: 'unreachable', reason } : { kind: 'lost', reason, seconds: undefined }
}

/** The system's code, which fetch hides one or two causes deep. */
function codeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined
  if ('code' in cause && typeof cause.code === 'string') return cause.code
  return codeOf(cause.cause)
}

function messageOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('message' in data) || typeof data.message !== 'string') return
  const errors = 'errors' in data && Array.isArray(data.errors) ? data.errors.map(detailOf) : []
  return [data.message, ...errors].join(': ').replace(/\s+/g, ' ').slice(0, 300)
}

function detailOf(error: unknown): string {
  if (typeof error === 'string') return error
  if (typeof error !== 'object' || error === null) return String(error)
  if ('message' in error && typeof error.message === 'string') return error.message
  return 'field' in error && 'code' in error ? `${error.field} ${error.code}` : JSON.stringify(error)
}
