/**
 * What an answer that is no success means: the `credentials` are wrong or expired, they do not permit it (`denied`), there is no such key
 * (`missing`), the key may not be used now (`disabled`), too many asked (`throttled`), the service is down (`unavailable`), or it does not
 * take what was sent (`refused`).
 */
export type Fault = 'credentials' | 'denied' | 'missing' | 'disabled' | 'throttled' | 'unavailable' | 'refused'

/** A service that is asked, as far as its answers are judged and told. */
export interface Service {
  /** As messages name it: `AWS KMS`. */
  readonly name: string
  /** What of it is asked for, as messages name it: the reference of the key. Never anything secret. */
  readonly subject: string
  /** What no message may show, even where the service says it. */
  readonly secrets: readonly string[]
  /** Judges an answer that is no success. `body` is the JSON of the answer, undefined where it is none. */
  judge(status: number, body: unknown): { readonly fault: Fault; readonly said: string }
  /** What to do about each fault that differs by service. */
  readonly hints: Readonly<Record<'credentials' | 'denied' | 'missing' | 'disabled', string>>
}

/** The fault that a status of HTTP says by itself. */
export function faultOfStatus(status: number): Fault {
  if (status === 401) return 'credentials'
  if (status === 403) return 'denied'
  if (status === 404) return 'missing'
  if (status === 429) return 'throttled'
  return status >= 500 ? 'unavailable' : 'refused'
}
