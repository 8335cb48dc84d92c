import { UserError } from '../core/user-error.ts'

/** What the server said when it refused, for callers to whom a refusal is an answer. */
export interface Refusal {
  readonly status: number
  /** MLflow's own name for it, `RESOURCE_DOES_NOT_EXIST`; undefined in answers that are no JSON. */
  readonly code: string | undefined
  readonly message: string
}

/** What was asked, for messages. */
export interface Asked {
  readonly server: string
  /** After "Expected to": `read the run 3f2a`. */
  readonly doing: string
  /** The permission that it takes: `EDIT on the experiment 3`. */
  readonly needs?: string | undefined
}

/** Characters of a server's own words that are told. */
const LONGEST = 300

const fault = ({ server, doing }: Asked, code: string, found: string, hint: string, cause?: unknown) =>
  new UserError(`mlflow.${code}`, `Expected to ${doing} but found ${found} (MLflow at ${server})`, {
    kind: 'environment',
    hint,
    cause,
  })

/** A connection that failed, and whether another may not. */
export function connectionFault(asked: Asked, error: unknown): { readonly again: boolean; readonly fault: UserError } {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|SSL|TLS/.test(code))
    return {
      again: false,
      fault: fault(
        asked,
        'tls',
        `a certificate that is not trusted (${code})`,
        'Name the file of its certificate authority in MLFLOW_TRACKING_SERVER_CERT_PATH',
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
          'Check MLFLOW_TRACKING_URI, that the server runs, and that this machine can reach it',
          error,
        ),
  }
}

/** A status that is no success, with what the server says of it. */
export function refused(asked: Asked, { status, code, message }: Refusal, location?: string): UserError {
  const said = message === '' ? '' : `: ${message.replaceAll(/\s+/g, ' ').slice(0, LONGEST)}`
  const found = `HTTP status ${status}${said}`
  if (status === 403 && /invalid host header/i.test(message))
    return fault(
      asked,
      'host-header',
      found,
      `Let its operator add this address to 'mlflow server --allowed-hosts', as it is in MLFLOW_TRACKING_URI, with the port`,
    )
  if (status === 401)
    return fault(
      asked,
      'credentials',
      found,
      'Set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN, to what this server knows',
    )
  if (status === 403)
    return fault(
      asked,
      'permission',
      found,
      asked.needs === undefined ? 'Give the user the permission' : `Give the user ${asked.needs}`,
    )
  if (status >= 300 && status < 400)
    return fault(
      asked,
      'redirect',
      `a redirect to ${(location ?? 'elsewhere').slice(0, LONGEST)}`,
      'Give that address as MLFLOW_TRACKING_URI: no redirect is followed, it would take the credentials along',
    )
  if (status === 404 && code === undefined)
    return fault(asked, 'address', found, 'Check MLFLOW_TRACKING_URI: the address without /api, with the prefix it has')
  if (status === 404 || code === 'RESOURCE_DOES_NOT_EXIST')
    return fault(asked, 'missing', found, 'Check its name, and that this is the right server')
  if (status === 413) return fault(asked, 'too-large', found, 'Raise the limit of the proxy before the server')
  if (status >= 500 || status === 429)
    return fault(asked, 'busy', found, 'The server is overloaded, starting or broken: see its log, then run again')
  return fault(asked, 'refused', found, 'See what the server says, then run again')
}

/** An answer that is none of MLflow's. */
export const unreadable = (asked: Asked, found: string, cause?: unknown) =>
  fault(
    asked,
    'answer',
    found,
    'Check that MLFLOW_TRACKING_URI is the address of MLflow itself: it may be a login page that answers',
    cause,
  )

/** An artifact that cannot be had: MLflow answers 500 where there is none. */
export const missingArtifact = (asked: Asked, { message }: Refusal) =>
  fault(
    asked,
    'missing',
    `HTTP status 500${message === '' ? '' : `: ${message.replaceAll(/\s+/g, ' ').slice(0, LONGEST)}`}`,
    'MLflow answers so where there is no such artifact, or its store is broken: see whether it is shown in its page',
  )
