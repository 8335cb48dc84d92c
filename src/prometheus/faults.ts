import type { PrometheusSource } from '../core/drift/series/settings.ts'
import { UserError } from '../core/user-error.ts'
import { ErrorAnswer } from './answer-schema.ts'
import { type Answer, AnswerTooLarge } from './request.ts'

/** Characters of a server's own words that are told. */
const LONGEST = 300

const fault = (source: PrometheusSource, found: string, hint: string, cause?: unknown) =>
  new UserError('prometheus.answer', `Expected an answer from Prometheus at ${source.url} but found ${found}`, {
    kind: 'environment',
    hint,
    cause,
  })

/** A connection that failed, and whether another may not. */
export function connectionFault(source: PrometheusSource, error: unknown, timeout: number) {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const name = error instanceof Error ? error.name : ''
  if (error instanceof AnswerTooLarge)
    return {
      again: false,
      fault: fault(source, error.message, "Ask for one series, by sum(…), a longer 'every', or a shorter 'range'"),
    }
  if (name === 'AbortError' || name === 'TimeoutError')
    return {
      again: true,
      fault: fault(
        source,
        `none in ${timeout} seconds`,
        "Make the query cheaper, by a recording rule or a shorter 'range'",
        error,
      ),
    }
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|SSL|TLS/.test(code))
    return {
      again: false,
      fault: fault(
        source,
        `a certificate that is not trusted (${code})`,
        "Name the file of its certificate authority as 'ca'",
        error,
      ),
    }
  return {
    again: true,
    fault: fault(
      source,
      `no connection${code === '' ? '' : ` (${code})`}`,
      "Check 'url', that the server runs, and that the runner can reach it",
      error,
    ),
  }
}

/** A status that is no success, with what the server says of it. */
export function refused(source: PrometheusSource, { status, text, headers }: Answer): UserError {
  const said = saidIn(text)
  const found = `HTTP status ${status}${said === '' ? '' : `: ${said}`}`
  if (status === 400 || status === 422)
    return fault(source, found, "Try the query in the server's own page; mend it in the settings")
  if (status === 401 || status === 403)
    return fault(
      source,
      found,
      "Name environment variables that hold a right 'token-env', or 'username-env' and 'password-env'",
    )
  if (status >= 300 && status < 400)
    return fault(
      source,
      `a redirect to ${String(headers.location ?? 'elsewhere').slice(0, LONGEST)}`,
      "Give that address as 'url': no redirect is followed",
    )
  if (status === 404)
    return fault(source, found, "Check 'url': the address without /api/v1, with the prefix that the server has")
  return fault(source, found, 'The server is overloaded or starting: run it again, or ask for less')
}

export const unreadable = (source: PrometheusSource, found: string, cause: unknown) =>
  fault(source, found, "Check that 'url' is the address of Prometheus's HTTP API, without /api/v1", cause)

function saidIn(text: string): string {
  try {
    const answer = ErrorAnswer.safeParse(JSON.parse(text))
    return answer.success ? answer.data.error.replaceAll(/\s+/g, ' ').slice(0, LONGEST) : ''
  } catch {
    return ''
  }
}
