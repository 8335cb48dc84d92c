/** A way for GitHub to fail, once unless `times` says otherwise. */
export interface Fault {
  /** Operation it strikes, `checks/create`; the next request of any kind where left out. */
  readonly operation?: string
  /** Answered instead of carrying the request out; a 502 to an upload leaves a stump, as GitHub does. */
  readonly status?: number
  /** Seconds, as the header `retry-after`; makes a 403 or 429 a secondary rate limit. */
  readonly retryAfter?: number
  /** Unix time in seconds: makes a 403 or 429 the primary rate limit, used up until then. */
  readonly rateLimitReset?: number
  readonly message?: string
  /** The request is carried out, and the connection breaks before the answer. */
  readonly dropResponse?: boolean
  /** The request is carried out, and the answer breaks off half-way. */
  readonly tearResponse?: boolean
  /** The connection breaks before the request is carried out. */
  readonly dropRequest?: boolean
  /** GraphQL's complaint, answered with 200 instead of carrying the request out. */
  readonly complaint?: { readonly type?: string; readonly message: string }
  /** The list of a folder tree is cut short, as that of a very large one. */
  readonly truncated?: boolean
  readonly times?: number
  /** Requests of the operation that pass from now on before it strikes. */
  readonly after?: number
}

/** Takes the next fault that strikes an operation, counting it down. */
export function takeFault(faults: Fault[], operation: string): Fault | undefined {
  const strikes = (fault: Fault) => fault.operation === undefined || fault.operation === operation
  const index = faults.findIndex(fault => strikes(fault) && (fault.after ?? 0) === 0)
  for (const [i, waiting] of faults.entries()) {
    if (i !== index && strikes(waiting) && waiting.after) faults[i] = { ...waiting, after: waiting.after - 1 }
  }
  const fault = faults[index]
  if (fault === undefined) return undefined
  if (fault.times !== undefined && fault.times > 1) faults[index] = { ...fault, times: fault.times - 1 }
  else faults.splice(index, 1)
  return fault
}

const SECONDARY = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'

/** The answer of a fault that has a status. */
export function faultAnswer({ status = 500, retryAfter, rateLimitReset, message }: Fault) {
  const headers: Record<string, string> = {}
  if (retryAfter !== undefined) headers['retry-after'] = String(retryAfter)
  if (rateLimitReset !== undefined) {
    headers['x-ratelimit-remaining'] = '0'
    headers['x-ratelimit-reset'] = String(rateLimitReset)
  }
  const limited = status === 403 || status === 429
  const said =
    message ??
    (limited && retryAfter !== undefined
      ? SECONDARY
      : limited
        ? 'API rate limit exceeded for installation.'
        : status === 502
          ? 'Server Error'
          : 'Something went wrong')
  return {
    status,
    headers,
    body: { message: said, documentation_url: 'https://docs.github.com/rest', status: String(status) },
  }
}
