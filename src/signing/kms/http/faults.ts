import { UserError } from '../../../core/user-error.ts'
import { redacted } from './redacted.ts'
import { type Answer, AnswerTooLarge, type Call, MAX_ANSWER } from './request.ts'
import type { Fault, Service } from './service.ts'

const fault = ({ name }: Service, { url }: Call, found: string, hint: string, cause?: unknown) =>
  new UserError('kms.answer', `Expected an answer from ${name} at ${url.host} but found ${found}`, {
    kind: 'environment',
    hint,
    cause,
  })

/** A request that got no answer, and whether to try again. */
export function noAnswer(service: Service, call: Call, error: unknown): { again: boolean; error: UserError } {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const name = error instanceof Error ? error.name : ''
  if (error instanceof AnswerTooLarge)
    return {
      again: false,
      error: fault(
        service,
        call,
        `more than ${MAX_ANSWER} bytes`,
        'Check that the address is that of the key service, and that no proxy answers in its place',
      ),
    }
  if (name === 'AbortError' || name === 'TimeoutError')
    return { again: false, error: fault(service, call, 'none in time', 'Check that the runner can reach it', error) }
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|SSL|TLS/.test(code))
    return {
      again: false,
      error: fault(
        service,
        call,
        `a certificate that is not trusted (${code})`,
        'Name the file of its certificate authority in VAULT_CACERT or NODE_EXTRA_CA_CERTS',
        error,
      ),
    }
  return {
    again: true,
    error: fault(
      service,
      call,
      `no connection${code === '' ? '' : ` (${code})`}`,
      'Check the address, that the service runs, and that the runner can reach it',
      error,
    ),
  }
}

/** Where an answer sends the caller elsewhere. */
export function redirected(service: Service, call: Call, { headers }: Answer): UserError {
  const location = typeof headers.location === 'string' ? headers.location : ''
  const to = URL.canParse(location, call.url.href) ? new URL(location, call.url).host : 'elsewhere'
  return fault(service, call, `a redirect to ${to}`, 'Give the address that answers itself: no redirect is followed')
}

/** An answer that says success and cannot be read. */
export const unreadable = (service: Service, call: Call, found: string, cause?: unknown): UserError =>
  fault(
    service,
    call,
    found,
    'Check that the address is that of the key service, and that no proxy answers in its place',
    cause,
  )

const TELL: Readonly<Record<Fault, { expected: (service: Service) => string; kind: 'input' | 'environment' }>> = {
  credentials: { expected: ({ name }) => `Expected ${name} to accept the credentials`, kind: 'environment' },
  denied: { expected: ({ subject }) => `Expected permission to use ${subject}`, kind: 'environment' },
  missing: { expected: ({ name, subject }) => `Expected ${name} to know ${subject}`, kind: 'input' },
  disabled: { expected: ({ subject }) => `Expected ${subject} to be enabled`, kind: 'environment' },
  throttled: { expected: ({ name }) => `Expected ${name} to take one more request`, kind: 'environment' },
  unavailable: { expected: ({ name }) => `Expected ${name} to be up`, kind: 'environment' },
  refused: { expected: ({ name, subject }) => `Expected ${name} to take a request for ${subject}`, kind: 'input' },
}

/** An answer that is no success, told with the service's own words. */
export function refused(service: Service, { status }: Answer, judged: { fault: Fault; said: string }): UserError {
  const said = redacted(judged.said, service.secrets)
  const { expected, kind } = TELL[judged.fault]
  const message = `${expected(service)} but found HTTP status ${status}${said === '' ? '' : `: ${said}`}`
  return new UserError(`kms.${judged.fault}`, message, { kind, hint: hintOf(service, judged.fault) })
}

function hintOf({ hints }: Service, fault: Fault): string {
  switch (fault) {
    case 'throttled':
      return 'Run it again later, or ask for a higher quota: it was tried three times'
    case 'unavailable':
      return "Run it again later; look at the service's status: it was tried three times"
    case 'refused':
      return 'Check the reference of the key, and what kind of key it is'
    default:
      return hints[fault]
  }
}
