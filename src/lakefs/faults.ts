import { UserError } from '../core/user-error.ts'

/** What was asked, for messages. */
export interface Asked {
  readonly server: string
  /** After "Expected to": `read lakefs://loans/main/data.csv`. */
  readonly doing: string
}

/** Characters of a server's own words that are told. */
const LONGEST = 500

const fault = ({ server, doing }: Asked, code: string, found: string, hint: string, cause?: unknown) =>
  new UserError(`lakefs.${code}`, `Expected to ${doing} but found ${found} (lakeFS at ${server})`, {
    kind: 'environment',
    hint,
    cause,
  })

/** A connection that failed, and whether another may not. */
export function connectionFault(asked: Asked, error: unknown): { readonly again: boolean; readonly fault: UserError } {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|SSL|TLS/.test(code))
    return {
      again: false,
      fault: fault(
        asked,
        'tls',
        `a certificate that is not trusted (${code})`,
        'Name the file of its certificate authority in NODE_EXTRA_CA_CERTS',
        error,
      ),
    }
  const slow = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
  return {
    again: true,
    fault: slow
      ? fault(asked, 'slow', 'no answer in time', 'See whether the server is overloaded, then run again', error)
      : fault(
          asked,
          'unreachable',
          `no connection${code === '' ? '' : ` (${code})`}`,
          'Check LAKEFS_ENDPOINT, that the server runs, and that this machine can reach it',
          error,
        ),
  }
}

/** A status that is no success, with what the server says of it. */
export function refused(asked: Asked, status: number, message: string, location?: string | null): UserError {
  const said = message === '' ? '' : `: ${message.replaceAll(/\s+/g, ' ').slice(0, LONGEST)}`
  const found = `HTTP status ${status}${said}`
  if (status === 401)
    return fault(
      asked,
      'credentials',
      found,
      'Set LAKEFS_ACCESS_KEY_ID and LAKEFS_SECRET_ACCESS_KEY to a key that this server knows',
    )
  if (status === 403) return fault(asked, 'permission', found, 'Give the owner of the key the permission that is named')
  if (status >= 300 && status < 400)
    return fault(
      asked,
      'redirect',
      `a redirect to ${(location ?? 'elsewhere').slice(0, LONGEST)}`,
      'Give that address as LAKEFS_ENDPOINT: no redirect is followed, it would take the credentials along',
    )
  if (status === 404)
    return fault(asked, 'missing', found, 'Check repository, ref and path, and that this is the right server')
  if (status === 412)
    return fault(asked, 'refused', found, 'A hook or a condition refused it: see the run of the action in lakeFS')
  if (status >= 500 || status === 429)
    return fault(asked, 'busy', found, 'The server is overloaded, starting or broken: see its log, then run again')
  return fault(asked, 'refused', found, 'See what the server says, then run again')
}

/** An answer that is none of lakeFS's. */
export const unreadable = (asked: Asked, found: string, cause?: unknown) =>
  fault(
    asked,
    'answer',
    found,
    'Check that LAKEFS_ENDPOINT is the address of lakeFS itself: it may be a login page that answers',
    cause,
  )
