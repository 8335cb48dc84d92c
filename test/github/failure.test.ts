import { expect, it } from 'vitest'
import { failureOf } from '../../src/github/failure.ts'

const NOW = Date.UTC(2026, 10, 23, 12)

/** An error in octokit's shape. */
const httpError = (
  status: number,
  given: { headers?: Record<string, string>; data?: unknown; cause?: unknown } = {},
): Error =>
  Object.assign(new Error('failed', given.cause === undefined ? undefined : { cause: given.cause }), {
    name: 'HttpError',
    status,
    ...('cause' in given ? {} : { response: { headers: given.headers ?? {}, data: given.data ?? { message: 'No' } } }),
  })

const coded = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })

it.each([
  ['a secondary limit that names a time', httpError(403, { headers: { 'retry-after': '17' } }), 17],
  ['one that names none', httpError(403, { data: { message: 'You have exceeded a secondary rate limit' } }), 60],
  ['429 alone', httpError(429), 60],
  [
    'a primary limit',
    httpError(403, { headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1000 + 30) } }),
    31,
  ],
  [
    'a limit whose reset is past',
    httpError(429, { headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '0' } }),
    0,
  ],
])('reads %s', (_, error, seconds) => {
  expect(failureOf(error, NOW)).toEqual({ kind: 'limited', seconds })
})

it.each([
  ['502', httpError(502), '502 No'],
  ['a connection broken off', httpError(500, { cause: coded('UND_ERR_SOCKET') }), 'failed (UND_ERR_SOCKET)'],
  ['a time-out', httpError(500, { cause: new DOMException('too slow', 'TimeoutError') }), 'failed'],
])('takes %s for an answer that was lost', (_, error, reason) => {
  expect(failureOf(error, NOW)).toEqual({ kind: 'lost', reason, seconds: undefined })
})

it.each([
  ['ECONNREFUSED', coded('ECONNREFUSED')],
  ['ENOTFOUND', coded('ENOTFOUND')],
  ['a certificate nobody vouches for', coded('SELF_SIGNED_CERT_IN_CHAIN')],
  ['an address that is none', new TypeError('fetch failed', { cause: new Error('bad port') })],
])('takes %s for a request that was never sent', (_, cause) => {
  expect(failureOf(httpError(500, { cause }), NOW)).toMatchObject({ kind: 'unreachable' })
})

it('says why GitHub refused, in one line', () => {
  const data = {
    message: 'Validation Failed',
    errors: [{ resource: 'Release', code: 'already_exists', field: 'tag_name' }, { message: 'is\n too long' }, 'odd'],
  }

  expect(failureOf(httpError(422, { data }), NOW)).toEqual({
    kind: 'refused',
    status: 422,
    reason: 'Validation Failed: tag_name already_exists: is too long: odd',
  })
})

it('leaves other errors alone', () => {
  expect(failureOf(new TypeError('our bug'))).toBeUndefined()
  expect(failureOf(undefined)).toBeUndefined()
})
